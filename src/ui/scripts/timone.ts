// SPDX-License-Identifier: AGPL-3.0-or-later
// What scripts add to pages that work without them: drafts saved while typing, live previews, texts inserted on
// request, rows changed in place. Elements ask for it by `data-` attributes.
import { keepDrafts } from './keep-drafts.ts'
import { replaceRows } from './replace-rows.ts'
import { insertTexts, showPreviews } from './write-texts.ts'

keepDrafts()
showPreviews()
insertTexts()
replaceRows()
