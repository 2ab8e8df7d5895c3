// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../kernel/text.ts'
import type { AdministrationDetails } from '../../administrations/index.ts'
import { bindingTiming, legalTiming } from '../../catalogue/index.ts'
import {
  type Entry,
  entryCell,
  entryCellNames,
  mayConcern,
  type SheetColumnKey,
  standingOf,
  type TailoredLine,
  type TailoredPlan,
  timingCell,
  verdictCell,
} from '../../plans/index.ts'
import { itemsCell } from '../../records/index.ts'

/** Whose rows they are. */
export type SheetOwner = Pick<AdministrationDetails, 'name' | 'cadastralCode' | 'ipaCode'>

/** The code that identifies a body: cadastral for a municipality, IPA for others. */
export const ownerCode = (owner: SheetOwner): string => owner.cadastralCode ?? owner.ipaCode ?? ''

/** The text of each column; empty when there is nothing. */
export type SheetRow = Readonly<Record<SheetColumnKey, string>>

/**
 * One row for each line of the edition, in the national order, whether it applies or not. Cells hold what the body says
 * and no more, its status too (empty where it says none): what is written is read back as the same entries.
 */
export const sheetRows = (plan: TailoredPlan, owner: SheetOwner): SheetRow[] =>
  plan.chapters.flatMap(({ lines }) => lines.map((line) => sheetRow(plan, owner, line)))

/** The rows with a date among the lines that concern the body or are to be verified, by date and code. */
export const deadlineRows = (plan: TailoredPlan, owner: SheetOwner): SheetRow[] =>
  plan.chapters
    .flatMap(({ lines }) => lines)
    .filter(mayConcern)
    .filter((line) => bindingTiming(line).kind !== 'in-force')
    .map((line) => sheetRow(plan, owner, line))
    .toSorted((a, b) => compareItalian(dateOf(a), dateOf(b)) || compareItalian(a.code, b.code))

/** The date that counts. */
const dateOf = ({ legalDate, timingDate }: SheetRow): string => legalDate || timingDate

function sheetRow({ edition }: TailoredPlan, owner: SheetOwner, tailored: TailoredLine): SheetRow {
  const { line, applicability, entry } = tailored
  const legal = legalTiming(tailored)
  const chapter = edition.chapters.find(({ number }) => number === line.chapter)
  const objective = edition.objectives.find(({ code }) => code === line.objective)
  const results = line.results.map((code) =>
    titled(code, edition.results.find((result) => result.code === code)?.title),
  )
  return {
    administration: owner.name,
    administrationCode: ownerCode(owner),
    chapter: titled(String(line.chapter), chapter?.title),
    objective: titled(line.objective, objective?.title),
    results: itemsCell(results),
    title: line.title ?? '',
    officialText: line.officialText ?? '',
    timing: timingCell[line.timing.kind],
    timingDate: line.timing.kind === 'in-force' ? '' : line.timing.date,
    legalDate: legal?.timing.date ?? '',
    legalSource: legal?.source ?? '',
    verdict: verdictCell[standingOf(tailored)],
    reason: applicability.reason,
    ...entryTexts(entry ?? { code: line.code }),
  }
}

/** What the body says of a line, a cell for each field; empty where nothing is said. */
function entryTexts(entry: Entry): Record<keyof Entry, string> {
  const texts: Partial<Record<keyof Entry, string>> = {}
  for (const field of entryCellNames) {
    texts[field] = entry[field] === undefined ? '' : entryCell(field).write(entry[field])
  }
  return texts as Record<keyof Entry, string>
}

const titled = (code: string, title: string | undefined): string => (title === undefined ? code : `${code} – ${title}`)
