// SPDX-License-Identifier: AGPL-3.0-or-later
import { TextArea } from '../../../../ui/form-fields.tsx'

type MarkdownFieldProps = {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly error: string | undefined
  readonly rows: number
}

/** A text in Markdown. */
export const MarkdownField = (props: MarkdownFieldProps) => (
  <TextArea
    {...props}
    hint="Markdown semplice: una riga vuota fra i paragrafi, elenchi con un trattino, ### titoli, **grassetto**, [parole](https://…)."
  />
)
