// SPDX-License-Identifier: AGPL-3.0-or-later

import { type AdministrationDetails, bodySide } from '../../administrations/index.ts'
import { withTitle } from '../../catalogue/index.ts'
import { anyField, comparedList, comparedOne, fieldsByName } from '../../records/index.ts'
import { planPaths } from '../addresses.ts'
import { choiceField } from './cover/choices-kind.ts'
import { coverFields } from './cover/cover-fields.ts'
import { entryFields } from './entries/entry-fields.ts'
import { initiativeFields } from './initiatives/initiative-fields.ts'
import type { Entry, Initiative, Plan } from './model.ts'
import { narrativeTexts } from './texts/narrative-store.ts'
import { textFields, textName } from './texts/text-kind.ts'

/** The whole of what a body writes in a plan, as canonical JSON tells it; what else is there, its kinds read. */
export type WholePlan = { readonly administration: AdministrationDetails; readonly plan: Plan }

/** What a plan written out whole tells of itself. */
export type WrittenPlan = { readonly plan: Plan }

/** A plan’s cover, as plans are compared by it. */
export const comparedCover = comparedOne<WrittenPlan>({
  name: 'plan',
  side: bodySide,
  title: 'Il piano',
  fieldOf: fieldsByName(coverFields),
  find: ({ plan: { title, triennium, edition } }) => ({ title, triennium, edition }),
})

/** What a body decided of voluntary lines, by their code, as plans are compared by it. */
export const comparedChoices = comparedOne<WrittenPlan>({
  name: 'choices',
  side: bodySide,
  title: 'Scelte sulle linee facoltative',
  fieldOf: (code, names) => anyField({ choice: choiceField({ code, title: names.get(code) }) }, 'choice'),
  find: ({ plan }) => plan.choices,
})

/** The texts of a plan, as plans are compared by them. */
export const comparedTexts = comparedList<WrittenPlan, { readonly name: string; readonly markdown: string }>({
  name: 'narrative',
  side: { id: 'testi', title: 'Testi' },
  identity: ['name'],
  title: ({ name }) => textName(String(name)),
  fieldOf: fieldsByName(textFields),
  list: ({ plan }) => [...narrativeTexts(plan.narrative)].map(([name, markdown]) => ({ name, markdown })),
})

/** The entries of a plan, by the code of their line and under its chapter, as plans are compared by them. */
export const comparedEntries = comparedList<WrittenPlan, Entry>({
  name: 'entry',
  side({ code }, names) {
    const number = /^CAP(\d)/.exec(String(code))?.[1] ?? ''
    const title = names.get(`chapter-${number}`)
    return { id: `capitolo-${number}`, title: title ? `Capitolo ${number}. ${title}` : `Capitolo ${number}` }
  },
  identity: ['code'],
  title: ({ code }, names) => withTitle(String(code), names.get(String(code))),
  fieldOf: fieldsByName(entryFields),
  list: ({ plan }) => plan.entries,
  sorted: true,
  page: (where, { code }) => planPaths.line({ ...where, code: String(code) }),
})

/** The body’s own actions, by title, as plans are compared by them. */
export const comparedInitiatives = comparedList<WrittenPlan, Initiative>({
  name: 'initiative',
  side: { id: 'iniziative', title: 'Iniziative e obiettivi propri' },
  identity: ['title'],
  title: ({ title }) => String(title),
  fieldOf: fieldsByName(initiativeFields),
  list: ({ plan }) => plan.initiatives,
})
