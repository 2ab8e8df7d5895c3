// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import type { PlanRecord, RecordKind } from '../model.ts'
import { type Field, scalarText } from './fields.ts'
import { recordFields } from './record-fields.ts'

/** A profile as data, before its parts are checked. */
export type Draft = Readonly<Record<string, unknown>> & { readonly plan: Readonly<Record<string, unknown>> }

/** How records of a kind are found in a profile, distinguished and put back. */
export type Kind = {
  readonly label: string
  readonly fields: readonly Field[]
  readonly list: (draft: Draft) => readonly PlanRecord[]
  /** The profile with these records in place of its own. */
  readonly place: (draft: Draft, records: readonly PlanRecord[]) => Draft
  /** The key of a record: the same for two descriptions of the same thing. */
  readonly identity: (record: PlanRecord) => string
  /** Its name for people. */
  readonly subject: (record: PlanRecord) => string
}

const initiatives = {
  fields: recordFields.initiative,
  list: ({ plan }: Draft) => listOf(plan.initiatives),
  place: (draft: Draft, records: readonly PlanRecord[]) => withPlan(draft, { initiatives: records }),
  identity: ({ title, office }: PlanRecord) => fold(`${scalarText(title)} ${scalarText(office)}`),
  subject: ({ title }: PlanRecord) => scalarText(title),
}

/** A kind of which there is one record: its fields are those of a part of the profile. */
const only = <Value>(value: Value | undefined, record: (value: Value) => PlanRecord): readonly PlanRecord[] =>
  value === undefined ? [] : [record(value)]

export const kinds: Readonly<Record<RecordKind, Kind>> = {
  title: {
    label: 'Titolo',
    fields: recordFields.title,
    list: ({ plan }) => only(plan.title, (title) => ({ title })),
    place: (draft, [record]) => withPlan(draft, { title: record?.title }),
    identity: () => '',
    subject: () => 'Titolo del piano',
  },
  choice: {
    label: 'Linee facoltative',
    fields: recordFields.choice,
    list: ({ plan }) => Object.entries(groupOf(plan.choices)).map(([code, chosen]) => ({ code, chosen })),
    place: (draft, records) =>
      withPlan(draft, { choices: Object.fromEntries(records.map(({ code, chosen }) => [scalarText(code), chosen])) }),
    identity: ({ code }) => scalarText(code),
    subject: ({ code }) => scalarText(code),
  },
  facts: {
    label: 'Domande sull’ente',
    fields: recordFields.facts,
    list: ({ facts }) => only(facts, (known) => groupOf(known)),
    place: (draft, [record]) => ({ ...draft, facts: record }),
    identity: () => '',
    subject: () => 'Domande sull’ente',
  },
  office: {
    label: 'Uffici',
    fields: recordFields.office,
    list: ({ offices }) => listOf(offices),
    place: (draft, records) => ({ ...draft, offices: records }),
    identity: ({ name }) => fold(scalarText(name)),
    subject: ({ name }) => scalarText(name),
  },
  role: {
    label: 'Ruoli',
    fields: recordFields.role,
    list: ({ roles }) => listOf(roles),
    place: (draft, records) => ({ ...draft, roles: records }),
    identity: ({ role }) => fold(scalarText(role)),
    subject: ({ role }) => scalarText(role),
  },
  entry: {
    label: 'Schede delle linee d’azione',
    fields: recordFields.entry,
    list: ({ plan }) => listOf(plan.entries),
    place: (draft, records) => withPlan(draft, { entries: records }),
    identity: ({ code }) => scalarText(code),
    subject: ({ code }) => scalarText(code),
  },
  initiative: { ...initiatives, label: 'Iniziative' },
  ownObjective: { ...initiatives, label: 'Obiettivi propri' },
  funding: {
    label: 'Misure PNRR',
    fields: recordFields.funding,
    list: ({ fundingMeasures }) => listOf(fundingMeasures),
    place: (draft, records) => ({ ...draft, fundingMeasures: records }),
    identity: ({ measure, year, title }) => `${scalarText(measure)} ${scalarText(year)} ${fold(scalarText(title))}`,
    subject: ({ measure, title }) => `${scalarText(measure)} ${scalarText(title)}`,
  },
  spending: {
    label: 'Spesa',
    fields: recordFields.spending,
    list: ({ spending }) => listOf(spending),
    place: (draft, records) => ({ ...draft, spending: records }),
    identity: ({ year, kind, source }) => `${scalarText(year)} ${scalarText(kind)} ${fold(scalarText(source))}`,
    subject: ({ year, kind }) => `${scalarText(year)}, ${kind === 'forecast' ? 'previsione' : 'consuntivo'}`,
  },
  narrative: {
    label: 'Testi',
    fields: recordFields.narrative,
    list: ({ plan }) => textsOf(plan.narrative),
    place: (draft, records) => withPlan(draft, { narrative: narrativeOf(records) }),
    identity: ({ part }) => scalarText(part),
    subject: ({ part }) => partLabel(scalarText(part)),
  },
}

const listOf = (value: unknown): readonly PlanRecord[] => (Array.isArray(value) ? value : [])
const groupOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const withPlan = (draft: Draft, parts: PlanRecord): Draft => ({ ...draft, plan: { ...draft.plan, ...parts } })

/** The texts of a plan, each with its part: `introduction`, `chapter-3`. */
function textsOf(narrative: unknown): readonly PlanRecord[] {
  const { chapters, ...parts } = groupOf(narrative) as { readonly chapters?: unknown }
  return [
    ...Object.entries(parts).map(([part, markdown]) => ({ part, markdown })),
    ...Object.entries(groupOf(chapters)).map(([number, markdown]) => ({ part: `chapter-${number}`, markdown })),
  ]
}

function narrativeOf(texts: readonly PlanRecord[]): PlanRecord {
  const pairs = texts.map(({ part, markdown }) => [scalarText(part), markdown] as const)
  const chapters = pairs.filter(([part]) => chapterPart.test(part))
  return {
    ...Object.fromEntries(pairs.filter(([part]) => !chapterPart.test(part))),
    ...(chapters.length > 0 && {
      chapters: Object.fromEntries(chapters.map(([part, markdown]) => [part.replace(chapterPart, ''), markdown])),
    }),
  }
}

const chapterPart = /^chapter-/

/** The texts outside of chapters, with their names for people. */
export const textParts = {
  introduction: 'Introduzione',
  principles: 'Principi guida',
  organisation: 'Organizzazione',
  spending: 'Commento alla spesa',
  conclusion: 'Conclusioni',
} as const

const partLabel = (part: string): string =>
  chapterPart.test(part)
    ? `Testo del capitolo ${part.replace(chapterPart, '')}`
    : (Object.entries(textParts).find(([name]) => name === part)?.[1] ?? part)

/** The national chapter of a record; undefined when it has none. */
export function chapterOf(kind: RecordKind, record: PlanRecord): number | undefined {
  const digits =
    kind === 'entry' ? /^CAP(\d)\./.exec(scalarText(record.code)) : /^chapter-(\d)$/.exec(scalarText(record.part))
  return digits?.[1] === undefined ? undefined : Number(digits[1])
}
