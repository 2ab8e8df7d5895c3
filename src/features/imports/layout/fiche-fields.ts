// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import type { Field } from '../reading/vocabulary.ts'
import { assignFields } from './assign-fields.ts'

/** A label of a fiche and the lines of its value. */
export type FicheItem = { readonly label: string; readonly lines: readonly string[] }

/** A label without case, accents and punctuation, to recognise it in other fiches. */
export const signatureOf = (label: string): string =>
  fold(label)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Labels recur. A text that is in fewer than one fiche in so many is a value that was mistaken for a label. */
const rarest = 8

/**
 * Finds the field that each label of some fiches names, by its meaning and by its values in all of them, as if the
 * fiches were rows of a table and the labels its columns.
 * @returns the lines of each field, one map for each fiche; of a label that occurs twice in a fiche, the last
 */
export function readFicheFields(
  fiches: readonly (readonly FicheItem[])[],
): readonly ReadonlyMap<Field, readonly string[]>[] {
  const values = Map.groupBy(fiches.flat(), ({ label }) => signatureOf(label))
  const found = [...values].filter(([, items]) => items.length * rarest >= fiches.length)
  const place = new Map(found.map(([label], at) => [label, at]))
  const fields = assignFields(
    found.map(([label, items]) => ({ label, cells: items.map(({ lines }) => lines.join('\n')) })),
  )
  return fiches.map(
    (items) =>
      new Map(
        items.flatMap(({ label, lines }): readonly (readonly [Field, readonly string[]])[] => {
          const field = fields.get(place.get(signatureOf(label)) ?? -1)
          return field === undefined ? [] : [[field, lines]]
        }),
      ),
  )
}
