// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../../platform/http/route.ts'
import { type UpdatePageDependencies, updatePages } from './bulk/update-pages.tsx'
import type { CorrectionDependencies } from './details/correct-details.ts'
import { detailsPages } from './details/details-pages.tsx'
import { entryPages } from './entries/entry-editor.tsx'
import { filePages } from './entries/file-pages.tsx'
import { phrasePages } from './phrases/phrase-pages.tsx'

/** The pages where people write the entries of a plan. */
export const writingPages = (dependencies: UpdatePageDependencies & CorrectionDependencies): readonly Route[] => [
  ...entryPages(dependencies),
  ...filePages(dependencies),
  ...updatePages(dependencies),
  ...phrasePages(dependencies),
  ...detailsPages(dependencies),
]
