// SPDX-License-Identifier: AGPL-3.0-or-later

import { storedDate } from '../../../kernel/printed-dates.ts'
import type {
  ExactPlan,
  ImportedEntry,
  ImportedFunding,
  ImportedInitiative,
  ImportedNarrative,
  ImportedObjective,
  ImportedPlan,
  ImportedSpending,
  PlanRecord,
  Reading,
  RecordKind,
} from '../model.ts'
import { readStatus } from '../values/status.ts'
import { euroAmount } from './fields.ts'
import type { NewProposal } from './model.ts'

/** The longest title that a profile accepts. */
const longestTitle = 300

/** Turns what was read in a plan into records of a profile, in the order of the file. */
export const proposeRecords = (plan: ImportedPlan): readonly NewProposal[] => [
  ...plan.entries.map((entry) => propose('entry', entry, entryOf(entry))),
  ...plan.initiatives.map((initiative) => propose('initiative', initiative, initiativeOf(initiative))),
  ...plan.ownObjectives.map((objective) => propose('ownObjective', objective, objectiveOf(objective))),
  ...plan.funding.map((measure) => propose('funding', measure, fundingOf(measure))),
  ...plan.spending.map((spending) => propose('spending', spending, spendingOf(spending))),
  ...plan.narrative.map((text) => propose('narrative', text, textOf(text))),
]

/** Turns our own file's contents for a body into proposals. */
export const proposeExactly = ({ records }: ExactPlan): readonly NewProposal[] =>
  records.map((exact) => ({ ...propose(exact.kind, exact, exact.record), carries: exact.carries }))

const propose = (kind: RecordKind, { source, confidence, warnings }: Reading, record: PlanRecord): NewProposal => {
  const said = Object.fromEntries(Object.entries(record).filter(([, value]) => says(value)))
  return { kind, record: said, carries: Object.keys(said), source, confidence, warnings }
}

const says = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const entryOf = (entry: ImportedEntry): PlanRecord => ({
  code: entry.code,
  activity: entry.activity,
  status: entry.status && readStatus(entry.status),
  statusLabel: entry.status,
  offices: entry.responsible,
  funding: entry.funding,
  planned: dateOrWords(entry.plannedDate),
  completed: dateOrWords(entry.completedDate),
  notes: entry.notes,
})

const initiativeOf = ({ title, ...initiative }: ImportedInitiative): PlanRecord => ({
  ...titled(title, initiative.priority === null ? undefined : `Priorità ${initiative.priority}`),
  responsible: initiative.responsible.join(', '),
  planned: dateOrWords(initiative.timing),
  steps: initiative.steps,
  expectedResults: initiative.expectedResults,
})

const objectiveOf = ({ objective, office, responsible, plannedDate, resources }: ImportedObjective): PlanRecord => ({
  ...titled(objective),
  office,
  responsible: responsible.join(', '),
  planned: dateOrWords(plannedDate),
  resources,
})

const fundingOf = ({ measure, title, year, amount, ...rest }: ImportedFunding): PlanRecord => ({
  measure,
  title: title ?? `Misura ${measure}`,
  year,
  amount: amount === null ? null : euroAmount(amount),
  progress: rest.progress,
  certification: rest.certification,
  payment: rest.payment,
})

const spendingOf = ({ year, kind, amount }: ImportedSpending): PlanRecord => ({
  year,
  kind,
  amount: euroAmount(amount),
})

const textOf = ({ chapter, markdown }: ImportedNarrative): PlanRecord => ({ part: `chapter-${chapter}`, markdown })

/** A title that is too long is cut, and stands in full in the description. */
function titled(title: string, remark?: string): PlanRecord {
  if (title.length <= longestTitle) return { title, description: remark }
  const cut = title.slice(0, longestTitle - 1)
  const description = remark ? `${title}\n\n${remark}` : title
  return { title: `${cut.slice(0, cut.lastIndexOf(' '))}…`, description }
}

const dateOrWords = (words: string | null): string | null => (words === null ? null : storedDate(words))
