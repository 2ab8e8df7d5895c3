// SPDX-License-Identifier: AGPL-3.0-or-later
import { notFound } from '../../../kernel/errors.ts'
import type { Site } from '../../../ui/page/site.ts'
import type { Catalogue } from '../editions/catalogue.ts'
import type { Edition } from '../model.ts'
import type { CompletionDependencies } from './complete-edition.ts'

/** What the pages of the editions work with. */
export type CataloguePageDependencies = CompletionDependencies & { readonly site: Site }

/** An edition that an address names. @throws {TimoneError} `not-found` */
export function editionAt(catalogue: Catalogue, id: string): Edition {
  if (!catalogue.ids().includes(id)) throw notFound(`Edizione «${id}» del piano nazionale`)
  return catalogue.edition(id)
}
