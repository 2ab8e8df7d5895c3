// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { nearest } from '../../../kernel/nearest.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { catalogueActions } from '../actions.ts'
import type { Catalogue } from '../editions/catalogue.ts'
import { insertEditionKeys } from '../editions/key-store.ts'
import { catalogueEvents } from '../events.ts'
import type { ActionLine, Edition } from '../model.ts'
import { type LineCompletion, writtenParts } from './completion.ts'

/** What a person says of a line: the parts that they write or, as null, take away, and whether the inherited are right. */
export type WrittenLine = {
  readonly code: ActionLineCode
  readonly confirmed?: boolean | undefined
  /** All that was written of it by hand goes, and it is as it was before. */
  readonly reset?: boolean | undefined
} & Partial<Pick<LineCompletion, (typeof writtenParts)[number]>>

/** What completing an edition works with. */
export type CompletionDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly clock: Pick<Clock, 'today'>
}

/**
 * Opens the database whose journal tells what was written; what is opened is let go with `close`.
 * @throws {TimoneError} `data-in-use` while a server has the data folder.
 */
export type OpenJournal = () => Promise<{ readonly tenants: Tenants; close(): Promise<void> }>

/**
 * Keeps what a person wrote of an edition's lines in the data folder, and tells the access journal. Lines of which
 * nothing is new stay as they are.
 * @param lines rule, title, summary and legal date as the model asks.
 * @returns the codes of the lines that changed.
 * @throws {TimoneError} `forbidden`, `unknown-edition`, or `invalid-input` for a line that the edition does not have, or
 * that comes twice; then nothing is kept.
 */
export async function completeEdition(
  { tenants, catalogue, clock }: CompletionDependencies,
  id: string,
  lines: readonly WrittenLine[],
  viewer: Viewer,
): Promise<readonly ActionLineCode[]> {
  demand(viewer, catalogueActions.complete)
  const edition = catalogue.edition(id)
  const faults = faultsOf(edition, lines)
  if (faults.length > 0) throw invalidInput(`L’edizione ${id} resta com’era.`, faults)
  const known = new Map(edition.lines.map((line) => [line.code, line]))
  const before = catalogue.completion(id) ?? { edition: id, lines: {} }
  const former = before.lines
  const news = lines.filter((line) => (line.reset ? former[line.code] : isNew(line, known.get(line.code))))
  if (news.length === 0) return []
  const written = { writtenOn: clock.today(), writtenBy: viewer.actor.name }
  const kept = Object.entries(former).filter(([code]) => !news.some((line) => line.code === code))
  const added = news
    .filter(({ reset }) => !reset)
    .map(
      (line) =>
        [
          line.code,
          { ...former[line.code], ...inherited(known.get(line.code)), ...partsOf(line), ...written },
        ] as const,
    )
  const completion = { edition: id, lines: Object.fromEntries([...kept, ...added]) }
  const codes = news.map(({ code }) => code)
  const reset = news.flatMap((line) => (line.reset ? line.code : []))
  try {
    await tenants.writeNational(async (writer) => {
      await recordAccess(writer, viewer.actor, catalogueEvents.linesCompleted, {
        edition: id,
        lines: codes.filter((code) => !reset.includes(code)),
        ...(reset.length > 0 && { reset }),
      })
      catalogue.saveCompletion(completion)
      await insertEditionKeys(writer, catalogue.edition(id))
    })
  } catch (error) {
    catalogue.saveCompletion(before)
    throw error
  }
  return codes
}

function faultsOf({ id, lines }: Edition, written: readonly WrittenLine[]): Problem[] {
  const known = lines.map(({ code }) => code)
  return written.flatMap(({ code }, at): Problem[] => {
    if (!known.includes(code)) {
      const like = nearest(code, known, 3)
      const remedy = like.length > 0 ? `forse si intende: ${like.join(', ')}` : 'togliere la linea'
      return [{ place: code, message: `l’edizione ${id} non ha questa linea`, remedy }]
    }
    const twice = written.findIndex((other) => other.code === code) < at
    return twice ? [{ place: code, message: 'la linea c’è due volte', remedy: 'scriverla una volta sola' }] : []
  })
}

const partsOf = (line: Partial<WrittenLine>) =>
  Object.fromEntries(writtenParts.flatMap((part) => (line[part] === undefined ? [] : [[part, line[part]]])))

/** What a line has already: once somebody confirmed it, a later import of the former edition changes it no more. */
const inherited = (line: ActionLine | undefined) => (line ? partsOf(line) : {})

function isNew(written: WrittenLine, line: ActionLine | undefined): boolean {
  if (written.confirmed === true && line?.toConfirm) return true
  return writtenParts.some(
    (part) => written[part] !== undefined && !isDeepStrictEqual(written[part] ?? undefined, line?.[part]),
  )
}
