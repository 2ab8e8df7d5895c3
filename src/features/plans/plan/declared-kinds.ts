// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'
import type { Administration } from '../../administrations/index.ts'
import { titleOf, withTitle } from '../../catalogue/index.ts'
import { type DeclaredKind, declareKind, type ListedRecord, listNumbered } from '../../records/index.ts'
import { planPaths } from '../addresses.ts'
import {
  comparedChoices,
  comparedCover,
  comparedEntries,
  comparedInitiatives,
  comparedTexts,
  type WholePlan,
  type WrittenPlan,
} from './compared-kinds.ts'
import { isWritten } from './completeness/assess-completeness.ts'
import { choicesKind, choicesNamed } from './cover/choices-kind.ts'
import { titleKind } from './cover/title-kind.ts'
import { entryKind } from './entries/entry-kind.ts'
import { formerInitiatives, initiativeKind } from './initiatives/initiative-kind.ts'
import { initiativeStore } from './initiatives/initiative-store.ts'
import type { TailoredPlan } from './model.ts'
import type { PlanRow } from './store.ts'
import { textAnchor } from './texts/text-address.ts'
import { textKind, textLabels, textName } from './texts/text-kind.ts'

/** A plan that is being read, with its body. */
export type ListSource = {
  readonly db: Reader
  readonly administration: Administration
  readonly plan: PlanRow
  readonly tailored: TailoredPlan
}

/** Every kind of record, in the order of the document; they are put together in main. */
export type RecordKinds = readonly DeclaredKind<ListSource, WholePlan>[]

type PlanKind = DeclaredKind<ListSource, WrittenPlan>

/** The title of a plan, as all kinds are. */
export const declaredTitle: PlanKind = declareKind(titleKind, {
  list: async ({ plan: { title } }) => [
    { key: '', label: 'Titolo del piano', section: 'texts', written: title !== undefined },
  ],
  compared: [comparedCover],
  found: {
    many: 'Titoli dei piani',
    one: 'titolo',
    word: 'titoli',
    rank: 4,
    page: (where) => planPaths.plan(where),
    anchor: () => 'atto',
  },
})

/** What a body decided of voluntary lines, as all kinds are: whatever the edition, each is named by its code. */
export const declaredChoices: PlanKind = {
  ...declareKind(choicesKind({ lines: [] }), {
    async list({ plan: { choices }, tailored }) {
      const voluntary = tailored.edition.lines.filter(({ addressees }) => addressees?.voluntary)
      const decided = voluntary.filter(({ code }) => choices?.[code] !== undefined).length
      const detail = `${decided} decise su ${voluntary.length}`
      return voluntary.length === 0
        ? []
        : [{ key: '', label: 'Linee facoltative', section: 'chapters', written: decided > 0, detail }]
    },
    compared: [comparedChoices],
  }),
  fieldOf: choicesNamed,
}

/** The texts of a plan, as all kinds are: those of no chapter, then one for each chapter. */
export const declaredTexts: PlanKind = declareKind(textKind, {
  async list({ tailored: { plan, chapters } }) {
    const { chapters: ofChapters = {}, ...texts } = plan.narrative ?? {}
    return [
      ...Object.entries(textLabels).map(
        ([key, label]): ListedRecord => ({
          key,
          label,
          section: 'texts',
          written: Boolean(texts[key as keyof typeof textLabels]?.trim()),
        }),
      ),
      ...chapters.map(
        ({ chapter: { number, title } }): ListedRecord => ({
          key: `chapter-${number}`,
          label: `Capitolo ${number}. ${title}`,
          inFull: `Testo del capitolo ${number}, ${title}`,
          section: 'chapters',
          written: Boolean(ofChapters[String(number)]?.trim()),
        }),
      ),
    ]
  },
  compared: [comparedTexts],
  found: {
    many: 'Testi dei piani',
    one: 'testo',
    word: 'testi',
    rank: 3,
    title: (key) => textName(key).replace('Testo del', 'Introduzione al'),
    anchor: textAnchor,
  },
})

/** The entries of a plan, as all kinds are: the contents count them by chapter. */
export const declaredEntries: PlanKind = declareKind(entryKind, {
  list: async ({ tailored }) =>
    tailored.chapters.flatMap(({ lines }) =>
      lines.map(({ line, entry }) => ({
        key: line.code,
        label: withTitle(line.code, titleOf(line)),
        written: isWritten(entry),
      })),
    ),
  compared: [comparedEntries],
  found: {
    many: 'Schede dei piani',
    one: 'scheda',
    word: 'schede',
    rank: 1,
    title: withTitle,
    page: (where, code) => planPaths.line({ ...where, code }),
    anchor: (code) => code,
  },
})

/** The body's own actions, as all kinds are. */
export const declaredInitiatives: PlanKind = declareKind(initiativeKind, {
  list: async ({ db, plan }) =>
    listNumbered(initiativeKind.numbered, await initiativeStore.list(db, plan), (title) => `Iniziativa «${title}»`),
  compared: [comparedInitiatives],
  found: {
    many: 'Iniziative',
    one: 'iniziativa',
    word: 'iniziative',
    rank: 2,
    anchor: (place) => `iniziativa-${place}`,
  },
  former: [formerInitiatives],
})
