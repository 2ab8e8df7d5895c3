// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from '../model.ts'
import { placeWords } from './words.ts'

/** A longer text, in characters, is folded. */
const long = 1500

/** The words as printed in the file, and their place. */
export const SourcePane = ({ source, subject }: { source: Source; subject: string }) => (
  <details class="t-source" open={source.text.length <= long} aria-label={`Testo del file per ${subject}`}>
    <summary class="t-side-title">Nel file, {placeWords(source)}</summary>
    <blockquote class="t-printed">{source.text}</blockquote>
  </details>
)
