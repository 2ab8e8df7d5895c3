// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { readOffices } from '../../../administrations/index.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import {
  fieldWords,
  findRevisionNumber,
  findRevisionNumbers,
  loadSteps,
  type RecordStep,
  subjectOf,
} from '../../../records/index.ts'
import {
  type EntryContent,
  entryKind,
  findEntry,
  type KeptEntry,
  type PlanAddress,
  type PlanState,
  readEntries,
  readPlanAt,
} from '../../plan/index.ts'
import type { EntryPlace, Keeper, KeepersOf } from '../model.ts'

/** Whose hands an entry is in, and how often it changed. */
export type EntryStanding = {
  readonly ownerOffice?: string
  readonly ownerPerson?: Keeper
  /** Contributors of these may change it. */
  readonly offices: readonly string[]
  readonly revision: number
  readonly toReview: boolean
  readonly carriedFrom?: string
}

/** What the page of a line tells of its entry besides what it says. */
export type EntrySheet = EntryStanding & {
  readonly state: PlanState
  /** The last changes, newest first. */
  readonly steps: readonly RecordStep[]
}

/** How the entries of a plan stand, by code, and among whom they may be shared out. */
export type PlanStandings = {
  readonly state: PlanState
  readonly entries: ReadonlyMap<string, EntryStanding>
  /** The offices of the body. */
  readonly offices: readonly string[]
  readonly keepers: readonly Keeper[]
}

/** What pages read of entries that people write; undefined where there is no such body or plan. */
export type EntryReader = {
  sheet(place: EntryPlace): Promise<EntrySheet | undefined>
  standings(address: PlanAddress): Promise<PlanStandings | undefined>
}

/** Changes that the page of a line shows; the journal has them all. */
const stepsShown = 10

/** Reads entries from the store for the pages of lines. @param keepersOf the people of a body. */
export function openEntryReader(tenants: Tenants, catalogue: Catalogue, keepersOf: KeepersOf): EntryReader {
  return {
    async sheet(place) {
      const keepers = await keepersOf(place.slug)
      return await readPlanAt(tenants, place, async ({ db, plan }) => {
        const offered = { people: [{ heading: '', options: keepers.map(({ id, name }) => [id, name] as const) }] }
        const revision = await findRevisionNumber(db, plan, subjectOf(entryKind, plan, place.code))
        const kept = await findEntry(db, plan, place.code)
        const words = (field: keyof EntryContent, content: EntryContent | undefined) =>
          fieldWords(entryKind.fields, field, content, offered)
        const steps =
          revision === 0 ? [] : await loadSteps(db, entryKind, plan, place.code, { limit: stepsShown, words })
        return { ...standing(kept, revision, keepers), state: plan.state, steps }
      })
    },
    async standings(address) {
      const keepers = await keepersOf(address.slug)
      return await readPlanAt(tenants, address, async ({ db, plan }) => {
        const prefix = subjectOf(entryKind, plan, '')
        const revisions = await findRevisionNumbers(db, plan, `${prefix}:`)
        const entries = await readEntries(db, plan)
        const byCode = new Map(entries.map((kept) => [kept.entry.code, kept]))
        const codes = catalogue.edition(plan.edition).lines.map(({ code }) => code)
        const offices = await readOffices(db, plan.administration)
        return {
          state: plan.state,
          offices: offices.map(({ name }) => name),
          keepers,
          entries: new Map(
            codes.map((code) => [code, standing(byCode.get(code), revisions.get(`${prefix}:${code}`) ?? 0, keepers)]),
          ),
        }
      })
    },
  }
}

function standing(kept: KeptEntry | undefined, revision: number, keepers: readonly Keeper[]): EntryStanding {
  const { entry, ownerOffice, ownerPerson, carriedFrom, toReview = false } = kept ?? {}
  const keeper = ownerPerson && {
    id: ownerPerson,
    name: keepers.find(({ id }) => id === ownerPerson)?.name ?? 'una persona che non ha più un ruolo qui',
  }
  return {
    ...(ownerOffice && { ownerOffice }),
    ...(keeper && { ownerPerson: keeper }),
    ...(carriedFrom && { carriedFrom }),
    offices: [...(ownerOffice ? [ownerOffice] : []), ...(entry?.offices ?? [])],
    revision,
    toReview,
  }
}
