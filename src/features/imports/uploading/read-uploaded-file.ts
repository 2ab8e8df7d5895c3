// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '../../../kernel/clock.ts'
import { TimoneError } from '../../../kernel/errors.ts'
import type { AdministrationId } from '../../../kernel/ids.ts'
import { fold } from '../../../kernel/text.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { type Administration, readAdministrations } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { readPlanRows } from '../../plans/index.ts'
import type { ExactPlan, ImportedPlan } from '../model.ts'
import { compareProposals } from '../review/compare-proposal.ts'
import { guessDestination } from '../review/destination.ts'
import type { NewProposal, ReadingFailure } from '../review/model.ts'
import { proposeExactly, proposeRecords } from '../review/propose-records.ts'
import { readImportFile, updateImport } from '../stored/import-store.ts'
import { readStoredProfile } from '../stored/located-import.ts'
import { replaceProposals } from '../stored/proposal-store.ts'

/**
 * Reads a plan out of a file, with limits of time and memory.
 * @param onProgress told now and then how far it has got, in Italian.
 * @throws {TimoneError} saying what is wrong with the file and what to do.
 */
export type ReadPlanFile = (
  bytes: Uint8Array,
  filename: string,
  onProgress: (words: string) => void,
) => Promise<ImportedPlan>

/** What reading a file needs. */
export type ReadingDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly read: ReadPlanFile
}

/** Milliseconds between two records of the progress. */
const progressInterval = 1000

/**
 * Reads the file of an import and stores its proposals, or the reason why it cannot be read. When the file holds only
 * what is already stored, there is nothing to decide.
 * @throws errors that are our own fault, after recording them.
 */
export async function readUploadedFile(
  { tenants, catalogue, clock, read }: ReadingDependencies,
  administration: AdministrationId,
  importId: number,
): Promise<void> {
  const tenant = tenants.tenant(administration)
  const file = await tenant.read((reader) => readImportFile(reader, administration, importId))
  if (!file) return
  let noted = Promise.resolve()
  let notedAt = clock.now().getTime()
  const note = (progress: string) => {
    if (clock.now().getTime() - notedAt < progressInterval) return
    notedAt = clock.now().getTime()
    // Only a courtesy: a failure to record the progress stops nothing.
    noted = noted
      .then(() => tenant.write((writer) => updateImport(writer, importId, { progress })))
      .catch(() => undefined)
  }
  try {
    const plan = await read(file.bytes, file.filename, note)
    await noted
    await tenant.write((writer) => keepProposals(writer, importId, file.filename, plan, catalogue))
  } catch (error) {
    await tenant.write((writer) => updateImport(writer, importId, { state: 'failed', failure: failureOf(error) }))
    if (!(error instanceof TimoneError)) throw error
  }
}

const failureOf = (error: unknown): ReadingFailure =>
  error instanceof TimoneError
    ? { message: error.message, problems: error.problems }
    : { message: 'La lettura si è fermata per un errore di Timone, che è stato registrato.', problems: [] }

async function keepProposals(
  writer: Writer,
  importId: number,
  filename: string,
  plan: ImportedPlan,
  catalogue: Catalogue,
): Promise<void> {
  const administration = (await readAdministrations(writer)).find(({ id }) => id === writer.administration)
  if (!administration) return
  const own = plan.exact && ownPart(plan.exact, administration, filename)
  const head = own ?? plan.document
  const proposals = own ? proposeExactly(own) : proposeRecords(plan)
  const destination = guessDestination(head, await readPlanRows(writer), catalogue)
  await replaceProposals(writer, importId, proposals)
  await updateImport(writer, importId, {
    state: (await isNews(writer, administration, proposals, destination)) ? 'ready' : 'applied',
    document: {
      administration: own?.administration.name ?? plan.document.administration,
      triennium: head.triennium,
      edition: head.edition,
      warnings: plan.warnings,
      leftOut: { indicators: plan.indicators.length, terms: plan.glossary.length },
      others: (plan.exact ?? []).filter((part) => part !== own).map(({ administration: { code } }) => code),
    },
    ...(destination && { destination }),
  })
}

/** The rows of our own sheet for this body: by code or, for a body without a code, by name. */
function ownPart(parts: readonly ExactPlan[], { cadastralCode, ipaCode, name }: Administration, filename: string) {
  const codes = [cadastralCode, ipaCode].filter((code) => code !== undefined)
  const part = parts.find(({ administration: { code, name: written } }) =>
    code === '' ? fold(written) === fold(name) : codes.includes(code),
  )
  if (part) return part
  throw new TimoneError('not-a-plan', `Il file non dice nulla di ${name}.`, [
    {
      place: filename,
      message: `è di ${parts
        .slice(0, 5)
        .map(({ administration }) => administration.name)
        .join(', ')}${parts.length > 5 ? '…' : ''}`,
      remedy: 'caricarlo dalla pagina di quell’ente',
    },
  ])
}

async function isNews(
  writer: Writer,
  administration: Administration,
  proposals: readonly NewProposal[],
  destination: Parameters<typeof readStoredProfile>[2] | undefined,
): Promise<boolean> {
  if (!destination) return proposals.length > 0
  const stored = await readStoredProfile(writer, administration, destination)
  return compareProposals(proposals, stored).some(({ difference }) => difference !== 'same')
}
