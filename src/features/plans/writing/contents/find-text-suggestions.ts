// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Catalogue, guidingPrinciples, sameCycle } from '../../../catalogue/index.ts'
import { narrativeTexts, type PlanRow, readNarrative, textLabels } from '../../plan/index.ts'
import type { OpenRecord } from '../editor/record-form.ts'
import type { Suggestion } from '../model.ts'
import { listPhrases } from '../phrases/phrase-store.ts'

/**
 * Texts to begin a text of a plan from: the same one in the body's plan of the triennium before (of another cycle, all
 * those of its chapters, which are numbered otherwise), a scheme for the principles, the body's phrases. At most two
 * queries.
 * @param text `introduction`, `chapter-3`
 */
export async function findTextSuggestions(
  { db, owner: plan, plans }: OpenRecord<PlanRow>,
  text: string,
  catalogue: Catalogue,
): Promise<readonly Suggestion[]> {
  const former = plans.find(({ triennium }) => triennium < plan.triennium)
  const texts = former ? [...narrativeTexts(await readNarrative(db, former))] : []
  const isChapter = text.startsWith('chapter-')
  const renumbered =
    isChapter && former && !sameCycle(catalogue.edition(former.edition), catalogue.edition(plan.edition))
  const fitting = texts.filter(([key]) => (renumbered ? key.startsWith('chapter-') : key === text))
  const phrases = await listPhrases(db, plan.administration)
  return [
    ...fitting.map(([key, markdown]) => ({
      key: `piano-${key}`,
      markdown,
      label: `Dal piano ${former?.triennium}: ${former ? nameOf(key, former, catalogue) : key}`,
    })),
    ...(text === 'principles' ? [principlesScheme] : []),
    ...phrases.map(({ id, title, markdown }) => ({ key: `frase-${id}`, label: `Frase «${title}»`, markdown })),
  ]
}

function nameOf(key: string, { edition }: PlanRow, catalogue: Catalogue): string {
  const number = /^chapter-(\d)$/.exec(key)?.[1]
  if (number === undefined) return textLabels[key as keyof typeof textLabels] ?? key
  const chapter = catalogue.edition(edition).chapters.find((known) => String(known.number) === number)
  return `Capitolo ${number}. ${chapter?.title ?? ''}`
}

const principlesScheme: Suggestion = {
  key: 'principi',
  label: 'Schema: i principi guida del Piano nazionale, uno per uno',
  markdown: guidingPrinciples.map(({ name }) => `### ${name}\n\n`).join('\n'),
}
