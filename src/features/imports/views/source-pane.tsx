// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from '../model.ts'
import { placeWords } from './words.ts'

/** Characters above which the text is folded. */
const long = 1500

/** The words as the file prints them, and where. */
export const SourcePane = ({ source, subject }: { source: Source; subject: string }) => (
  <details class="t-source" open={source.text.length <= long} aria-label={`Testo del file per ${subject}`}>
    <summary class="t-side-title">Nel file, {placeWords(source)}</summary>
    <blockquote class="t-printed">{source.text}</blockquote>
  </details>
)
