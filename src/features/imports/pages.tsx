// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import type { Slug } from '../../kernel/ids.ts'
import { file, page, seeOther } from '../../platform/http/answer.ts'
import { fileField, formRoute } from '../../platform/http/form-route.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Triennium } from '../plans/index.ts'
import { importActions } from './actions.ts'
import { importPaths } from './addresses.ts'
import { chooseDestination } from './deciding/choose-destination.ts'
import { copyToOthers } from './deciding/copy-to-others.ts'
import { discardImport } from './deciding/discard-import.ts'
import { addressOf, BodyParams, findReview, type ImportPageDependencies, ImportParams } from './page-requests.ts'
import { reviewPages } from './review/review-pages.tsx'
import type { ImportReader } from './stored/readers.ts'
import { readAgain } from './uploading/read-again.ts'
import { uploadImport } from './uploading/upload-import.ts'
import { ReviewAddress, reviewPath } from './views/address-words.ts'
import { ImportPage } from './views/import-page.tsx'
import { ImportsPage } from './views/imports-page.tsx'
import { outcomes } from './views/outcome.ts'

/** The largest size of a file, in megabytes. */
const limit = 50

const ReviewQuery = ReviewAddress.extend({
  esito: z.enum(outcomes).optional(),
  quante: z
    .string()
    .regex(/^\d{1,5}$/, 'è un numero')
    .default('1'),
})

/** The pages that import a body's old plans: the list of files, one file, and what was read in it. */
export const importPages = (dependencies: ImportPageDependencies): readonly Route[] => {
  const { imports, useCases, site } = dependencies
  return [
    route({
      method: 'GET',
      path: importPaths.imports,
      permission: importActions.importPlans,
      params: BodyParams,
      handle: async ({ params: { slug } }) =>
        page(<ImportsPage site={site} limit={limit} list={await find(imports, slug)} />),
    }),
    formRoute({
      method: 'POST',
      path: importPaths.imports,
      permission: importActions.importPlans,
      params: BodyParams,
      encoding: 'multipart',
      limit: limit * 2 ** 20,
      body: z.object({ file: fileField('scegliere il file da importare') }),
      async handle({ params: { slug }, body, viewer }) {
        const id = await uploadImport(useCases, slug, body.file, viewer.actor)
        return seeOther(importPaths.import({ slug, id: String(id) }))
      },
      again: async ({ params: { slug } }, refusal) => (
        <ImportsPage site={site} limit={limit} list={await find(imports, slug)} refusal={refusal} />
      ),
    }),
    route({
      method: 'GET',
      path: importPaths.import,
      permission: importActions.importPlans,
      params: ImportParams,
      query: ReviewQuery,
      async handle({ params, query: { esito, quante, ...address } }) {
        const review = await findReview(imports, params)
        const outcome = esito && { done: esito, count: Number(quante) }
        return page(<ImportPage site={site} review={review} address={address} outcome={outcome} />)
      },
    }),
    route({
      method: 'GET',
      path: importPaths.importFile,
      permission: importActions.importPlans,
      params: ImportParams,
      async handle({ params: { slug, id } }) {
        const found = await imports.file(slug, Number(id))
        if (!found) throw notFound(`File dell’importazione ${id}`)
        return file(found.bytes, 'application/octet-stream', asciiName(found.filename))
      },
    }),
    formRoute({
      method: 'POST',
      path: importPaths.importReading,
      permission: importActions.importPlans,
      params: ImportParams,
      body: z.object({}),
      async handle({ params }) {
        await readAgain(useCases, addressOf(params))
        return seeOther(importPaths.import(params))
      },
    }),
    formRoute({
      method: 'POST',
      path: importPaths.importDiscarded,
      permission: importActions.importPlans,
      params: ImportParams,
      body: z.object({}),
      async handle({ params }) {
        await discardImport(useCases, addressOf(params))
        return seeOther(importPaths.import(params))
      },
    }),
    formRoute({
      method: 'POST',
      path: importPaths.importCopies,
      permission: importActions.importPlans,
      params: ImportParams,
      body: z.object({}),
      async handle({ params, viewer }) {
        const count = await copyToOthers(useCases, addressOf(params), viewer)
        return seeOther(reviewPath(params, { esito: 'aperte', quante: String(count) }))
      },
    }),
    formRoute({
      method: 'POST',
      path: importPaths.importDestination,
      permission: importActions.importPlans,
      params: ImportParams,
      body: z.object({
        triennio: z.string('scegliere il triennio').pipe(Triennium),
        edizione: z.string('scegliere l’edizione'),
      }),
      async handle({ params, body: { triennio, edizione } }) {
        await chooseDestination(useCases, addressOf(params), { triennium: triennio, edition: edizione })
        return seeOther(reviewPath(params, {}))
      },
      again: async ({ params }, refusal) => (
        <ImportPage site={site} review={await findReview(imports, params)} address={{}} refusal={refusal} />
      ),
    }),
    ...reviewPages(dependencies),
  ]
}

async function find(imports: ImportReader, slug: Slug) {
  const list = await imports.list(slug)
  if (!list) throw notFound(`Ente «${slug}»`)
  return list
}

/** A file name that an HTTP header can carry. */
const asciiName = (filename: string): string => filename.normalize('NFKD').replace(/[^\w .()-]+/g, '') || 'file'
