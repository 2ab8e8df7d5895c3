// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import type { Site } from '../../ui/page/site.ts'
import { Slug } from '../administrations/index.ts'
import type { ImportReader, ImportReview } from './stored/readers.ts'
import type { UploadDependencies } from './uploading/upload-import.ts'

/** What the pages of imports need. */
export type ImportPageDependencies = {
  readonly imports: ImportReader
  readonly useCases: UploadDependencies
  readonly site: Site
}

/** The key of a row in an address. */
export const Key = z.string().regex(/^[1-9]\d{0,8}$/)

export const BodyParams = z.object({ slug: Slug })
export const ImportParams = BodyParams.extend({ id: Key })

/** An import in the form that use cases take. */
export const addressOf = ({ slug, id }: z.infer<typeof ImportParams>) => ({ slug, id: Number(id) })

/** An import as its page shows it. @throws {TimoneError} `not-found` */
export async function findReview(
  imports: ImportReader,
  { slug, id }: z.infer<typeof ImportParams>,
): Promise<ImportReview> {
  const review = await imports.review(slug, Number(id))
  if (!review) throw notFound(`Importazione ${id} dell’ente «${slug}»`)
  return review
}
