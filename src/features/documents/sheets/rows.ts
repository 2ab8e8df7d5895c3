// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../kernel/text.ts'
import type { AdministrationDetails } from '../../administrations/index.ts'
import type { TailoredLine, TailoredPlan } from '../../plans/index.ts'
import { statusLabel } from '../../plans/index.ts'

/** Whose rows they are. */
export type SheetOwner = Pick<AdministrationDetails, 'name' | 'cadastralCode' | 'ipaCode'>

/** The code that tells a body from all others: cadastral for a municipality, IPA for the rest. */
export const ownerCode = (owner: SheetOwner): string => owner.cadastralCode ?? owner.ipaCode ?? ''

/** The text of each column; empty where nothing is said. */
export type SheetRow = Readonly<Record<ColumnKey, string>>

/** One row for each line of the edition, in the national order, whether it applies or not. */
export const sheetRows = (plan: TailoredPlan, owner: SheetOwner): SheetRow[] =>
  plan.chapters.flatMap(({ lines }) => lines.map((line) => sheetRow(plan, owner, line)))

/** The rows with a date among the lines that concern the body or are to be verified, by date and code. */
export const deadlineRows = (plan: TailoredPlan, owner: SheetOwner): SheetRow[] =>
  plan.chapters
    .flatMap(({ lines }) => lines)
    .filter((line) => line.applicability.verdict !== 'does-not-apply' && !line.declaredNotApplicable)
    .filter((line) => line.line.timing.kind !== 'in-force')
    .map((line) => sheetRow(plan, owner, line))
    .toSorted((a, b) => compareItalian(a.timingDate, b.timingDate) || compareItalian(a.code, b.code))

function sheetRow({ edition }: TailoredPlan, owner: SheetOwner, tailored: TailoredLine): SheetRow {
  const { line, applicability, entry, status } = tailored
  const chapter = edition.chapters.find(({ number }) => number === line.chapter)
  const objective = edition.objectives.find(({ code }) => code === line.objective)
  const results = line.results.map((code) =>
    titled(code, edition.results.find((result) => result.code === code)?.title),
  )
  return {
    administration: owner.name,
    administrationCode: ownerCode(owner),
    code: line.code,
    chapter: titled(String(line.chapter), chapter?.title),
    objective: titled(line.objective, objective?.title),
    results: itemsCell(results),
    title: line.title ?? '',
    officialText: line.officialText ?? '',
    timing: timingLabel[line.timing.kind],
    timingDate: line.timing.kind === 'in-force' ? '' : line.timing.date,
    verdict: verdictLabel[applicability.verdict],
    reason: applicability.reason,
    status: statusLabel[status],
    statusWords: entry?.statusLabel ?? '',
    activity: entry?.activity ?? '',
    offices: itemsCell(entry?.offices ?? []),
    funding: itemsCell(entry?.funding ?? []),
    planned: entry?.planned ?? '',
    completed: entry?.completed ?? '',
    notes: entry?.notes ?? '',
    evidence: evidenceCell(entry?.evidence ?? []),
  }
}

const titled = (code: string, title: string | undefined): string => (title === undefined ? code : `${code} – ${title}`)
