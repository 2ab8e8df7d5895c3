// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { IsoDate } from '../../../../kernel/dates.ts'
import type { ActionLineCode, Slug } from '../../../../kernel/ids.ts'
import type { Reader } from '../../../../platform/db/tenants.ts'
import { type Catalogue, titleOf } from '../../../catalogue/index.ts'
import {
  anyField,
  changedFields,
  type FieldStep,
  fieldWords,
  findRevisionNumbers,
  lockedFields,
  subjectOf,
} from '../../../records/index.ts'
import {
  type EntryContent,
  editable,
  entryContent,
  entryKind,
  noPlan,
  type PlanAddress,
  type PlanRow,
  planActions,
  readEntries,
  readPlanAt,
} from '../../plan/index.ts'
import type { WritingDependencies } from '../editor/dependencies.ts'
import { checkEntry } from '../entries/rules.ts'
import type { Keeper } from '../model.ts'
import { applyChange, type ReadChange } from './bulk-change.ts'

/** What a change would make of one entry. */
export type AssessedChange = {
  readonly code: ActionLineCode
  readonly title: string
  readonly revision: number
  readonly after: EntryContent
  /** What would change, in words; empty: it is like that already. */
  readonly fields: readonly FieldStep[]
  /** Why it cannot be. */
  readonly problem?: string
}

/** Lines, and what is to be said of them. */
export type ChangeQuestion = {
  readonly codes: readonly ActionLineCode[]
  readonly change: ReadChange
  readonly keepers: readonly Keeper[]
}

/** What a change would make of some entries of a body’s plan. @throws {TimoneError} `not-found` */
export async function assessChanges(
  { tenants, catalogue }: Pick<WritingDependencies, 'tenants' | 'catalogue'>,
  address: PlanAddress,
  question: ChangeQuestion,
  viewer: Viewer,
  today: IsoDate,
): Promise<readonly AssessedChange[]> {
  const assessed = await readPlanAt(tenants, address, ({ db, plan }) =>
    assessWithin(db, plan, { catalogue, slug: address.slug, question, viewer, today }),
  )
  if (!assessed) throw noPlan(address)
  return assessed
}

type Circumstances = {
  readonly catalogue: Catalogue
  readonly slug: Slug
  readonly question: ChangeQuestion
  readonly viewer: Viewer
  readonly today: IsoDate
}

/** The part of `assessChanges` that is inside a transaction. Three queries, however many the lines. */
export async function assessWithin(
  reader: Reader,
  plan: PlanRow,
  { catalogue, slug, question, viewer, today }: Circumstances,
): Promise<readonly AssessedChange[]> {
  const prefix = `${subjectOf(entryKind, plan, '')}:`
  const revisions = await findRevisionNumbers(reader, plan, prefix)
  const entries = new Map((await readEntries(reader, plan)).map((kept) => [kept.entry.code, kept]))
  const locked = lockedFields(entryKind.fields, editable(plan.state), viewer.may(planActions.write, { slug }))
  const people = question.keepers.map(({ id, name }) => [id, name] as const)
  const offered = { people: [{ heading: '', options: people }] }
  return catalogue
    .edition(plan.edition)
    .lines.filter(({ code }) => question.codes.includes(code))
    .map((line) => {
      const kept = entries.get(line.code)
      const before = kept && entryContent(kept)
      const after = applyChange(before, question.change)
      const changed = changedFields(entryKind.fields, before, after)
      const problem = problemOf()
      return {
        code: line.code,
        title: titleOf(line),
        revision: revisions.get(`${prefix}${line.code}`) ?? 0,
        after,
        fields: changed.map((field) => ({
          label: anyField(entryKind.fields, field).label,
          before: fieldWords(entryKind.fields, field, before, offered),
          after: fieldWords(entryKind.fields, field, after, offered),
        })),
        ...(problem && { problem }),
      }

      function problemOf(): string | undefined {
        const offices = (before && entryKind.offices?.(before)) ?? []
        if (!viewer.may(planActions.writeEntries, { slug, offices })) return 'non è affidata a un tuo ufficio'
        const fixed = changed.find((field) => locked.has(field))
        if (fixed) return `il campo «${anyField(entryKind.fields, fixed).label}» ora non si può cambiare`
        if (after.ownerPerson && changed.includes('ownerPerson') && !people.some(([id]) => id === after.ownerPerson)) {
          return 'la persona scelta non ha un ruolo nell’ente'
        }
        const [wrong] = checkEntry(before, after, today)
        return wrong && `${wrong.message}${wrong.remedy ? `; ${wrong.remedy}` : ''}`
      }
    })
}
