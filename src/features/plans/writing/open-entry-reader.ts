// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { type Administration, findAdministration, readOffices } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { entryPart } from '../parts/entry-part.ts'
import { entryFieldWords } from '../parts/entry-words.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { readRevisionNumber, readRevisionNumbers } from '../parts/part-store.ts'
import { readCurrent } from '../parts/read-content.ts'
import { readSteps } from '../parts/read-history.ts'
import { lockedFields } from '../parts/rules.ts'
import { type KeptEntry, readEntries, readEntry } from '../plan/entry-store.ts'
import type { PlanAddress } from '../plan/model.ts'
import { tailorFor } from '../plan/read-tailored-plan.ts'
import { type PlanRow, readPlanRows } from '../plan/store.ts'
import { readDraft } from './draft-store.ts'
import type { EntryPlace, Keeper, KeepersOf } from './model.ts'
import { readPhrases } from './phrase-store.ts'
import { unknownLine } from './prepare-edit.ts'
import { readSuggestions } from './read-suggestions.ts'
import type { EntryForm, EntryReader, EntryStanding } from './readers.ts'

/** Changes that the page of a line shows; the journal has them all. */
const stepsShown = 10

/** Reads entries from the store for the pages that write them. @param keepersOf the people of a body. */
export function openEntryReader(tenants: Tenants, catalogue: Catalogue, keepersOf: KeepersOf): EntryReader {
  const within = async <T>(
    { slug, triennium }: PlanAddress,
    work: (reader: Reader, plan: PlanRow, plans: readonly PlanRow[], administration: Administration) => Promise<T>,
  ): Promise<T | undefined> => {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const plans = await readPlanRows(reader)
      const plan = plans.find((row) => row.triennium === triennium)
      return plan && (await work(reader, plan, plans, administration))
    })
  }
  return {
    async form(place, viewer) {
      const keepers = await keepersOf(place.slug)
      return await within(place, (reader, plan, plans, administration) =>
        readForm(reader, { plan, plans, administration, place, viewer, catalogue, keepers }),
      )
    },
    async sheet(place) {
      const keepers = await keepersOf(place.slug)
      return await within(place, async (reader, plan) => {
        const names = new Map(keepers.map(({ id, name }) => [id as string, name]))
        const revision = await readRevisionNumber(reader, plan, subjectOf(entryPart, plan, place.code))
        const kept = await readEntry(reader, plan, place.code)
        const words = (field: Parameters<typeof entryFieldWords>[0], content: Parameters<typeof entryFieldWords>[1]) =>
          entryFieldWords(field, content, names)
        const steps =
          revision === 0 ? [] : await readSteps(reader, entryPart, plan, place.code, { limit: stepsShown, words })
        return { ...standing(kept, revision, keepers), state: plan.state, steps }
      })
    },
    async standings(address) {
      const keepers = await keepersOf(address.slug)
      return await within(address, async (reader, plan) => {
        const prefix = subjectOf(entryPart, plan, '')
        const revisions = await readRevisionNumbers(reader, plan, `${prefix}:`)
        const entries = await readEntries(reader, plan)
        const byCode = new Map(entries.map((kept) => [kept.entry.code, kept]))
        const codes = catalogue.edition(plan.edition).lines.map(({ code }) => code)
        const offices = await readOffices(reader, plan.administration)
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
    async phrases(slug) {
      const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
      if (!administration) return undefined
      const { id } = administration
      return { administration, phrases: await tenants.tenant(id).read((reader) => readPhrases(reader, id)) }
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

type FormQuestion = {
  readonly plan: PlanRow
  readonly plans: readonly PlanRow[]
  readonly administration: Administration
  readonly place: EntryPlace
  readonly viewer: Viewer
  readonly catalogue: Catalogue
  readonly keepers: readonly Keeper[]
}

async function readForm(
  reader: Reader,
  { plan, plans, administration, place, viewer, catalogue, keepers }: FormQuestion,
): Promise<EntryForm> {
  const { slug, code } = place
  const { revision, content } = await readCurrent(reader, entryPart, plan, code)
  const kept = await readEntry(reader, plan, code)
  demand(viewer, 'entry.write', { slug, offices: (content && entryPart.offices?.(content)) ?? [] })
  const { triennium, edition, state } = plan
  const written = {
    triennium,
    edition,
    ...(plan.choices && { choices: plan.choices }),
    ...(kept && { entries: [kept.entry] }),
  }
  const whole = tailorFor(administration, written, catalogue)
  const lines = whole.chapters.flatMap((chapter) => chapter.lines)
  const index = lines.findIndex(({ line }) => line.code === code)
  const tailored = lines[index]
  if (!tailored) throw unknownLine(code, edition)
  const { person } = viewer
  const draft =
    person && (await readDraft(reader, plan, { person: person.id, subject: subjectOf(entryPart, plan, code) }))
  const offices = await readOffices(reader, plan.administration)
  return {
    administration,
    edition: whole.edition,
    plan: { triennium, state },
    tailored,
    neighbours: { previous: lines[index - 1]?.line, next: lines[index + 1]?.line },
    content,
    revision,
    keepers,
    locked: lockedFields(entryPart, state, viewer.may('plan.write', { slug })),
    offices: offices.map(({ name }) => name),
    ...(draft && { draft }),
    suggestions: await readSuggestions(reader, plan, plans, tailored.line, catalogue),
    toReview: kept?.toReview ?? false,
    ...(kept?.carriedFrom && { carriedFrom: kept.carriedFrom }),
  }
}
