// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { invalidInput, notFound, stale } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute, type Refusal } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { catalogueActions } from '../actions.ts'
import { cataloguePaths } from '../addresses.ts'
import type { ActionLine } from '../model.ts'
import { completeEdition, type WrittenLine } from './complete-edition.ts'
import { writtenParts } from './completion.ts'
import { type CataloguePageDependencies, editionAt } from './edition-at.ts'
import { type RuleValues, ruleOfValues } from './rule-form.ts'
import { EditionLinePage } from './views/edition-line-page.tsx'

const Params = z.object({ edition: z.string().max(60), code: z.string().max(20) })
const Body = z.looseObject({
  base: z.string().max(64),
  titolo: z.string().trim().max(80, 'supera gli 80 caratteri').optional(),
  sintesi: z.string().trim().max(500, 'supera i 500 caratteri').optional(),
  data: z.iso.date('non è una data').optional(),
  fonte: z.string().trim().min(3, 'ha meno di tre caratteri').max(300, 'supera i 300 caratteri').optional(),
})

/** The page of a line of an edition, with its form. */
export function linePages(dependencies: CataloguePageDependencies): readonly Route[] {
  const { catalogue, site } = dependencies
  const lineAt = (params: z.infer<typeof Params>) => {
    const edition = editionAt(catalogue, params.edition)
    const line = edition.lines.find(({ code }) => code === params.code)
    if (!line) throw notFound(`Linea «${params.code}» dell’edizione ${edition.id}`)
    return { edition, line }
  }
  const show = (params: z.infer<typeof Params>, refusal?: Refusal) => {
    const { edition, line } = lineAt(params)
    const written = catalogue.completion(edition.id)?.lines[line.code]
    return (
      <EditionLinePage
        site={site}
        edition={edition}
        line={line}
        written={written}
        base={baseOf(line)}
        refusal={refusal}
      />
    )
  }
  return [
    route({
      method: 'GET',
      path: cataloguePaths.editionLine,
      permission: catalogueActions.complete,
      params: Params,
      handle: ({ params }) => page(show(params)),
    }),
    formRoute({
      method: 'POST',
      path: cataloguePaths.editionLine,
      permission: catalogueActions.complete,
      params: Params,
      body: Body,
      async handle({ params, body, viewer }) {
        const { edition, line } = lineAt(params)
        if (body.base !== baseOf(line)) throw stale(`La linea ${line.code}`)
        const changed = await completeEdition(dependencies, edition.id, [writtenLine(body, line)], viewer)
        const esito = changed.length > 0 ? 'scritta' : 'invariata'
        return seeOther(cataloguePaths.edition({ edition: edition.id }, { esito }))
      },
      again: ({ params }, refusal) => show(params, refusal),
    }),
    formRoute({
      method: 'POST',
      path: cataloguePaths.editionLineReset,
      permission: catalogueActions.complete,
      params: Params,
      body: z.object({ riporta: z.literal('sì', 'spuntare la casella, se è davvero ciò che si vuole') }),
      async handle({ params, viewer }) {
        const { edition, line } = lineAt(params)
        const changed = await completeEdition(dependencies, edition.id, [{ code: line.code, reset: true }], viewer)
        const esito = changed.length > 0 ? 'riportata' : 'invariata'
        return seeOther(cataloguePaths.edition({ edition: edition.id }, { esito }))
      },
      again: ({ params }, refusal) => show(params, refusal),
    }),
  ]
}

/** What the form says of a line, as the use case takes it. @throws {TimoneError} `invalid-input` */
function writtenLine({ titolo, sintesi, data, fonte, ...rest }: z.infer<typeof Body>, line: ActionLine): WrittenLine {
  if ((data === undefined) !== (fonte === undefined)) {
    throw invalidInput('La linea non è stata scritta.', [
      data === undefined
        ? { place: 'data', message: 'manca', remedy: 'indicarla, o togliere la fonte' }
        : { place: 'fonte', message: 'manca', remedy: 'indicare l’atto e l’articolo che fissano la data' },
    ])
  }
  const values: RuleValues = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const addressees = ruleOfValues(values, line.addressees)
  return {
    code: line.code,
    confirmed: true,
    addressees: addressees ?? null,
    title: titolo ?? null,
    summary: sintesi ?? null,
    legalDate: data !== undefined && fonte !== undefined ? { date: data, source: fonte } : null,
  }
}

const baseOf = (line: ActionLine): string =>
  createHash('sha256')
    .update(JSON.stringify([line.toConfirm, ...writtenParts.map((part) => line[part])]))
    .digest('hex')
    .slice(0, 16)
