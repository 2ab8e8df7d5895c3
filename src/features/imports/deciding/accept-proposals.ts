// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { invalidInput, notFound, notNow } from '../../../kernel/errors.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { record } from '../../audit/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { planEvents } from '../../plans/index.ts'
import { type Profile, parseCanonical, storeProfile } from '../../profiles/index.ts'
import { type Assessment, assessProposals } from '../review/assess-proposals.ts'
import type { Draft } from '../review/kinds.ts'
import { mergeRecord } from '../review/merge-records.ts'
import type { Destination, Import } from '../review/model.ts'
import { type Selection, selectProposals } from '../review/select-proposals.ts'
import { updateImport } from '../stored/import-store.ts'
import { claimImport, findTenant, type ImportAddress, readStoredProfile } from '../stored/located-import.ts'
import { decideProposals, readProposals } from '../stored/proposal-store.ts'

/** What the use cases about proposals need. */
export type DecisionDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly clock: Clock
}

/**
 * Puts proposals into the body's plan, all or nothing. The profile with the proposals in it is checked like one that
 * was typed, then stored; the journal names the file they came from.
 * @returns how many were accepted, without those that somebody else accepted in the meantime.
 * @throws {TimoneError} `not-found`, `not-now`, or `invalid-input` for a proposal that cannot be stored as it is.
 */
export async function acceptProposals(
  { tenants, catalogue, clock }: DecisionDependencies,
  address: ImportAddress,
  selection: Selection,
  actor: Actor,
): Promise<number> {
  const tenant = await findTenant(tenants, address.slug)
  return await tenant.write(async (writer) => {
    const { administration, imported } = await claimImport(writer, address, 'decide', clock.now())
    const { destination } = imported
    if (!destination) throw noDestination(imported)
    const stored = await readStoredProfile(writer, administration, destination)
    const assessed = assessProposals(await readProposals(writer, tenant.id, imported.id), stored, catalogue)
    const chosen = selectProposals(assessed, selection)
    if (selection.by === 'one') refuseUnfit(assessed, selection.id)
    if (chosen.length === 0) return 0
    if (chosen.some(({ difference }) => difference !== 'same')) {
      await storeProfile(writer, mergeChosen(stored, chosen, imported, catalogue), actor)
    }
    await decide(writer, imported, assessed, chosen)
    await recordAccepted(writer, actor, imported, destination, chosen)
    return chosen.length
  })
}

const noDestination = ({ filename }: Import) =>
  notNow('Prima di accettare le proposte va scelto il piano a cui sono destinate.', {
    place: filename,
    message: 'il file non dice di quale triennio o di quale edizione nazionale è',
    remedy: 'sceglierli nella pagina dell’importazione',
  })

function refuseUnfit(assessed: readonly Assessment[], id: number): void {
  const assessment = assessed.find(({ proposal }) => proposal.id === id)
  if (!assessment) throw notFound(`Proposta ${id}`)
  const { faults, subject } = assessment
  if (faults.length === 0) return
  throw invalidInput(
    `La proposta ${subject} non si può accettare così com’è: va prima corretta.`,
    faults.map(({ field, message, remedy }) => ({ place: field ?? subject, message, ...(remedy && { remedy }) })),
  )
}

function mergeChosen(
  stored: Profile,
  chosen: readonly Assessment[],
  { filename }: Import,
  catalogue: Catalogue,
): Profile {
  const merged = chosen.reduce<Draft>(
    (draft, { proposal, result, occurrence }) => mergeRecord(draft, proposal.kind, result, occurrence),
    stored,
  )
  return parseCanonical(JSON.stringify(merged), filename, catalogue)
}

/** Records the decision. An import without open proposals is done. */
async function decide(
  writer: Writer,
  { id }: Import,
  assessed: readonly Assessment[],
  chosen: readonly Assessment[],
): Promise<void> {
  await decideProposals(
    writer,
    id,
    chosen.map(({ proposal }) => proposal.id),
    'accepted',
  )
  const left = assessed.some((assessment) => assessment.open && !chosen.includes(assessment))
  if (!left) await updateImport(writer, id, { state: 'applied' })
}

async function recordAccepted(
  writer: Writer,
  actor: Actor,
  { filename, sha256 }: Import,
  { triennium, edition }: Destination,
  chosen: readonly Assessment[],
): Promise<void> {
  const counts: Record<string, number> = {}
  for (const { proposal } of chosen) counts[proposal.kind] = (counts[proposal.kind] ?? 0) + 1
  await record(writer, actor, planEvents.importAccepted, { filename, sha256, triennium, edition, counts })
}
