// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import { findAdministration } from '../../administrations/index.ts'
import { type Catalogue, titleOf } from '../../catalogue/index.ts'
import { type EntryContent, entryContent, entryPart } from '../parts/entry-part.ts'
import { entryFieldWords } from '../parts/entry-words.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { readRevisionNumbers } from '../parts/part-store.ts'
import type { FieldStep } from '../parts/read-history.ts'
import { changedFields, lockedFields } from '../parts/rules.ts'
import { readEntries } from '../plan/entry-store.ts'
import type { PlanAddress } from '../plan/model.ts'
import { type PlanRow, readPlanRows } from '../plan/store.ts'
import { applyChange, type ReadChange } from './bulk-change.ts'
import type { Keeper } from './model.ts'
import type { WritingDependencies } from './prepare-edit.ts'
import { checkEntry } from './rules.ts'

/** What a change would make of one entry. */
export type AssessedChange = {
  readonly code: string
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
  readonly codes: readonly string[]
  readonly change: ReadChange
  readonly keepers: readonly Keeper[]
}

/** What a change would make of some entries of a body's plan. @throws {TimoneError} `not-found` */
export async function assessChanges(
  { tenants, catalogue }: WritingDependencies,
  { slug, triennium }: PlanAddress,
  question: ChangeQuestion,
  viewer: Viewer,
  today: IsoDate,
): Promise<readonly AssessedChange[]> {
  const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (!administration) throw notFound(`Ente «${slug}»`)
  return await tenants.tenant(administration.id).read(async (reader) => {
    const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    return await assessWithin(reader, plan, { catalogue, slug, question, viewer, today })
  })
}

type Circumstances = {
  readonly catalogue: Catalogue
  readonly slug: string
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
  const prefix = `${subjectOf(entryPart, plan, '')}:`
  const revisions = await readRevisionNumbers(reader, plan, prefix)
  const entries = new Map((await readEntries(reader, plan)).map((kept) => [kept.entry.code, kept]))
  const locked = lockedFields(entryPart, plan.state, viewer.may('plan.write', { slug }))
  const names = new Map(question.keepers.map(({ id, name }) => [id as string, name]))
  return catalogue
    .edition(plan.edition)
    .lines.filter(({ code }) => question.codes.includes(code))
    .map((line) => {
      const kept = entries.get(line.code)
      const before = kept && entryContent(kept)
      const after = applyChange(before, question.change)
      const changed = changedFields(entryPart, before, after)
      const problem = problemOf()
      return {
        code: line.code,
        title: titleOf(line),
        revision: revisions.get(`${prefix}${line.code}`) ?? 0,
        after,
        fields: changed.map((field) => ({
          label: entryPart.labels[field],
          before: entryFieldWords(field, before, names),
          after: entryFieldWords(field, after, names),
        })),
        ...(problem && { problem }),
      }

      function problemOf(): string | undefined {
        const offices = (before && entryPart.offices?.(before)) ?? []
        if (!viewer.may('entry.write', { slug, offices })) return 'non è affidata a un tuo ufficio'
        const fixed = changed.find((field) => locked.has(field))
        if (fixed) return `il campo «${entryPart.labels[fixed]}» ora non si può cambiare`
        if (after.ownerPerson && changed.includes('ownerPerson') && !names.has(after.ownerPerson)) {
          return 'la persona scelta non ha un ruolo nell’ente'
        }
        const [wrong] = checkEntry(before, after, today)
        return wrong && `${wrong.message}${wrong.remedy ? `; ${wrong.remedy}` : ''}`
      }
    })
}
