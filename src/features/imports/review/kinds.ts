// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import { textName } from '../../plans/index.ts'
import { type ProfileData, recordSheets } from '../../profiles/index.ts'
import type { PlanRecord, RecordKind } from '../model.ts'
import { type Field, scalarText } from './fields.ts'
import { recordFields } from './record-fields.ts'

export type Draft = ProfileData

/** How records of a kind are found in a profile, distinguished and put back. */
export type Kind = {
  readonly label: string
  readonly fields: readonly Field[]
  readonly list: (draft: Draft) => readonly PlanRecord[]
  /** The profile with these records in place of its own. */
  readonly place: (draft: Draft, records: readonly PlanRecord[]) => Draft
  /** The key of a record: the same for two descriptions of the same thing. */
  readonly identity: (record: PlanRecord) => string
  /** A plan may have several with the same identity. */
  readonly repeatable?: true
  /** Its name for people. */
  readonly subject: (record: PlanRecord) => string
}

const initiatives = {
  fields: recordFields.initiative,
  list: recordSheets.initiative.list,
  place: (draft: Draft, records: readonly PlanRecord[]) => withPlan(draft, { initiatives: records }),
  identity: ({ title, office }: PlanRecord) => fold(`${scalarText(title)} ${scalarText(office)}`),
  repeatable: true as const,
  subject: ({ title }: PlanRecord) => scalarText(title),
}

export const kinds: Readonly<Record<RecordKind, Kind>> = {
  title: {
    label: 'Titolo',
    fields: recordFields.title,
    list: recordSheets.title.list,
    place: (draft, [record]) => withPlan(draft, { title: record?.title }),
    identity: () => '',
    subject: () => 'Titolo del piano',
  },
  choice: {
    label: 'Linee facoltative',
    fields: recordFields.choice,
    list: recordSheets.choice.list,
    place: (draft, records) =>
      withPlan(draft, { choices: Object.fromEntries(records.map(({ code, chosen }) => [scalarText(code), chosen])) }),
    identity: ({ code }) => scalarText(code),
    subject: ({ code }) => scalarText(code),
  },
  facts: {
    label: 'Domande sull’ente',
    fields: recordFields.facts,
    list: recordSheets.facts.list,
    place: (draft, [record]) => ({ ...draft, facts: record }),
    identity: () => '',
    subject: () => 'Domande sull’ente',
  },
  office: {
    label: 'Uffici',
    fields: recordFields.office,
    list: recordSheets.office.list,
    place: (draft, records) => ({ ...draft, offices: records }),
    identity: ({ name }) => fold(scalarText(name)),
    subject: ({ name }) => scalarText(name),
  },
  role: {
    label: 'Ruoli',
    fields: recordFields.role,
    list: recordSheets.role.list,
    place: (draft, records) => ({ ...draft, roles: records }),
    identity: ({ role }) => fold(scalarText(role)),
    repeatable: true,
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
    label: 'Progetti PNRR',
    fields: recordFields.funding,
    list: recordSheets.funding.list,
    place: (draft, records) => ({ ...draft, fundingMeasures: records }),
    identity: ({ measure, year, title }) => `${scalarText(measure)} ${scalarText(year)} ${fold(scalarText(title))}`,
    repeatable: true,
    subject: ({ measure, title }) => `${scalarText(measure)} ${scalarText(title)}`,
  },
  spending: {
    label: 'Spesa',
    fields: recordFields.spending,
    list: recordSheets.spending.list,
    place: (draft, records) => ({ ...draft, spending: records }),
    identity: ({ year, kind, source }) => `${scalarText(year)} ${scalarText(kind)} ${fold(scalarText(source))}`,
    repeatable: true,
    subject: ({ year, kind }) => `${scalarText(year)}, ${kind === 'forecast' ? 'previsione' : 'consuntivo'}`,
  },
  narrative: {
    label: 'Testi',
    fields: recordFields.narrative,
    list: recordSheets.narrative.list,
    place: (draft, records) => withPlan(draft, { narrative: narrativeOf(records) }),
    identity: ({ part }) => scalarText(part),
    subject: ({ part }) => textName(scalarText(part)),
  },
}

const listOf = (value: unknown): readonly PlanRecord[] => (Array.isArray(value) ? value : [])
const withPlan = (draft: Draft, parts: PlanRecord): Draft => ({ ...draft, plan: { ...draft.plan, ...parts } })

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

/** The national chapter of a record; undefined when it has none. */
export function chapterOf(kind: RecordKind, record: PlanRecord): number | undefined {
  const digits =
    kind === 'entry' ? /^CAP(\d)\./.exec(scalarText(record.code)) : /^chapter-(\d)$/.exec(scalarText(record.part))
  return digits?.[1] === undefined ? undefined : Number(digits[1])
}
