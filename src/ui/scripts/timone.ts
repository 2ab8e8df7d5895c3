// SPDX-License-Identifier: AGPL-3.0-or-later
// What pages do besides what they do without any script: drafts kept while typing, live previews, texts inserted where
// they are asked for, rows changed in place. The elements say what they want by `data-` attributes.
import { keepDrafts } from './keep-drafts.ts'
import { replaceRows } from './replace-rows.ts'
import { insertTexts, showPreviews } from './write-texts.ts'

keepDrafts()
showPreviews()
insertTexts()
replaceRows()
