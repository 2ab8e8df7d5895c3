// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Viewer } from '../../../../kernel/access.ts'
import { invalidInput, notFound, stale } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { record } from '../../../audit/index.ts'
import { Markdown } from '../../../records/index.ts'
import { planActions, writeBodyAt } from '../../plan/index.ts'
import type { WritingDependencies } from '../editor/dependencies.ts'
import { writingEvents } from '../events.ts'
import type { Phrase } from '../model.ts'
import { deletePhrase, insertPhrase, listPhrases, updatePhrase } from './phrase-store.ts'

/** What a phrase says. */
export const PhraseSchema = z.object({
  title: z.string().trim().min(1).max(120, 'il titolo supera i 120 caratteri'),
  markdown: z.string().trim().min(1).pipe(Markdown),
})
export type PhraseText = z.infer<typeof PhraseSchema>

/** What somebody makes of a phrase: another text, or nothing. `was`: what they had before them. */
export type PhraseEdit = {
  readonly id: number
  readonly was: PhraseText
  readonly text: PhraseText | undefined
}

/** The most phrases that a body keeps. */
const mostPhrases = 200

/** Adds a phrase of a body's. @throws {TimoneError} `forbidden`, `not-found`, or `invalid-input` when there are too many. */
export async function addPhrase(
  dependencies: Pick<WritingDependencies, 'tenants'>,
  slug: Slug,
  text: PhraseText,
  viewer: Viewer,
): Promise<void> {
  await change(dependencies, slug, viewer, async (writer, phrases) => {
    if (phrases.length >= mostPhrases) {
      throw invalidInput('La frase non è stata aggiunta.', [
        { place: 'title', message: `le frasi sono già ${mostPhrases}`, remedy: 'eliminarne una' },
      ])
    }
    const phrase = await insertPhrase(writer, text)
    await record(writer, viewer.actor, writingEvents.phraseChanged, { phrase, before: null, after: text })
  })
}

/**
 * Changes a phrase, or takes it away; texts that it was put into stay as they are.
 * @throws {TimoneError} `forbidden`, `not-found`, or `stale` when somebody else changed it meanwhile.
 */
export async function changePhrase(
  dependencies: Pick<WritingDependencies, 'tenants'>,
  slug: Slug,
  { id, was, text }: PhraseEdit,
  viewer: Viewer,
): Promise<void> {
  await change(dependencies, slug, viewer, async (writer, phrases) => {
    const found = phrases.find((phrase) => phrase.id === id)
    if (!found) throw notFound('Frase')
    const { title, markdown } = found
    if (title !== was.title || markdown !== was.markdown) throw stale(`La frase «${title}»`)
    if (text?.title === title && text.markdown === markdown) return
    await (text ? updatePhrase(writer, { id, ...text }) : deletePhrase(writer, id))
    const event = { phrase: id, before: { title, markdown }, after: text ?? null }
    await record(writer, viewer.actor, writingEvents.phraseChanged, event)
  })
}

async function change(
  { tenants }: Pick<WritingDependencies, 'tenants'>,
  slug: Slug,
  viewer: Viewer,
  work: (writer: Writer, phrases: readonly Phrase[]) => Promise<void>,
): Promise<void> {
  demand(viewer, planActions.write, { slug })
  await writeBodyAt(tenants, slug, async ({ db, administration }) => {
    await work(db, await listPhrases(db, administration.id))
  })
}
