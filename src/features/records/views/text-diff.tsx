// SPDX-License-Identifier: AGPL-3.0-or-later
import { diffWords } from '../comparing/word-diff.ts'

/** How a text became another: words taken away and words added, marked, and said to whoever does not see the marks. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === '') return after === '' ? <Nothing /> : <Added text={after} />
  if (after === '') return <Removed text={before} />
  return (
    <span class="t-diff">
      {diffWords(before, after).map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <Added key={index} text={text} />
        ) : (
          <Removed key={index} text={text} />
        ),
      )}
    </span>
  )
}

const Nothing = () => <span class="t-note">niente</span>

const Added = ({ text }: { readonly text: string }) => (
  <ins class="t-diff">
    <span class="visually-hidden"> [aggiunto: </span>
    {text}
    <span class="visually-hidden">] </span>
  </ins>
)

const Removed = ({ text }: { readonly text: string }) => (
  <del class="t-diff">
    <span class="visually-hidden"> [tolto: </span>
    {text}
    <span class="visually-hidden">] </span>
  </del>
)
