// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { notFound } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { page, seeOther } from '../../../../platform/http/answer.ts'
import { formRoute, type Refusal } from '../../../../platform/http/form-route.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { planPaths } from '../../addresses.ts'
import { planActions } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { EntryParams, formLimit } from '../editor/requests.ts'
import { addPhrase, changePhrase, PhraseSchema } from './keep-phrases.ts'
import { readPhrases } from './read-phrases.ts'
import { PhrasePage, PhrasesPage } from './views/phrases-page.tsx'

const BodyParams = EntryParams.pick({ slug: true })
const PhraseParams = BodyParams.extend({ id: z.string().regex(/^[1-9]\d{0,8}$/) })

const text = { title: PhraseSchema.shape.title, markdown: PhraseSchema.shape.markdown }

const Edit = z.discriminatedUnion('azione', [
  z.object({ azione: z.literal('salva'), wasTitle: z.string(), wasMarkdown: z.string(), ...text }),
  z.object({ azione: z.literal('elimina'), wasTitle: z.string(), wasMarkdown: z.string() }),
])

/** The phrases of a body: read, added, changed, taken away. */
export const phrasePages = (dependencies: WritingPageDependencies): readonly Route[] => {
  const { tenants, richText, site } = dependencies
  const findPhrases = async (slug: Slug) => {
    const found = await readPhrases(tenants, slug)
    if (!found) throw notFound(`Ente «${slug}»`)
    return found
  }
  const list = async (slug: Slug, more: { readonly outcome?: string | undefined; readonly refusal?: Refusal }) => (
    <PhrasesPage site={site} {...(await findPhrases(slug))} richText={richText} {...more} />
  )
  const form = async ({ slug, id }: z.infer<typeof PhraseParams>, refusal?: Refusal) => {
    const { administration, phrases } = await findPhrases(slug)
    const phrase = phrases.find((one) => String(one.id) === id)
    if (!phrase) throw notFound('Frase')
    return <PhrasePage site={site} administration={administration} phrase={phrase} refusal={refusal} />
  }
  return [
    route({
      method: 'GET',
      path: planPaths.phrases,
      permission: planActions.writeEntries,
      params: BodyParams,
      query: z.object({ esito: z.string().max(20).optional() }),
      handle: async ({ params, query }) => page(await list(params.slug, { outcome: query.esito })),
    }),
    formRoute({
      method: 'POST',
      path: planPaths.phrases,
      permission: planActions.write,
      params: BodyParams,
      limit: formLimit,
      body: z.object(text),
      async handle({ params, body, viewer }) {
        await addPhrase(dependencies, params.slug, body, viewer)
        return seeOther(`${planPaths.phrases(params, { esito: 'aggiunta' })}#esito`)
      },
      again: ({ params }, refusal) => list(params.slug, { refusal }),
    }),
    route({
      method: 'GET',
      path: planPaths.phrase,
      permission: planActions.write,
      params: PhraseParams,
      handle: async ({ params }) => page(await form(params)),
    }),
    formRoute({
      method: 'POST',
      path: planPaths.phrase,
      permission: planActions.write,
      params: PhraseParams,
      limit: formLimit,
      body: Edit,
      async handle({ params, body, viewer }) {
        const was = { title: body.wasTitle, markdown: body.wasMarkdown }
        const after = body.azione === 'salva' ? { title: body.title, markdown: body.markdown } : undefined
        await changePhrase(dependencies, params.slug, { id: Number(params.id), was, text: after }, viewer)
        return seeOther(`${planPaths.phrases(params, { esito: after ? 'salvata' : 'eliminata' })}#esito`)
      },
      again: ({ params }, refusal) => form(params, refusal),
    }),
  ]
}
