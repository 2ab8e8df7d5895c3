// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../../platform/http/route.ts'
import { entryPages } from './entry-pages.tsx'
import { filePages } from './file-pages.tsx'
import type { WritingPageDependencies } from './page-requests.ts'
import { phrasePages } from './phrase-pages.tsx'
import { updatePages } from './update-pages.tsx'

/** The pages where people write the entries of a plan. */
export const writingPages = (dependencies: WritingPageDependencies): readonly Route[] => [
  ...entryPages(dependencies),
  ...filePages(dependencies),
  ...updatePages(dependencies),
  ...phrasePages(dependencies),
]
