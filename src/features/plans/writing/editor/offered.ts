// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../../platform/db/tenants.ts'
import { readOffices } from '../../../administrations/index.ts'
import { titleOf } from '../../../catalogue/index.ts'
import type { Offered } from '../../../records/index.ts'
import type { Keeper } from '../model.ts'
import type { EditedBody } from './record-form.ts'

/** What the fields of a kind offer to choose from, of what they ask for: the offices and people of the body, the lines. */
export const findOffered = async (
  reader: Reader,
  edited: Pick<EditedBody, 'administration' | 'edition'>,
  asks: readonly string[] = [],
  people: readonly Keeper[],
): Promise<Offered> => ({
  ...knownOffered(edited, asks, people),
  ...(asks.includes('offices') && {
    offices: oneGroup((await readOffices(reader, edited.administration.id)).map(({ name }) => [name, name])),
  }),
})

/** The same without what only drawing the form asks the database for: what was typed is read without it. */
export function knownOffered(
  { edition }: Pick<EditedBody, 'edition'>,
  asks: readonly string[] = [],
  people: readonly Keeper[],
): Offered {
  return {
    ...(asks.includes('people') && { people: oneGroup(people.map(({ id, name }) => [id, name])) }),
    ...(asks.includes('lines') && {
      lines: edition.chapters.map(({ number, title }) => ({
        heading: `Capitolo ${number}. ${title}`,
        options: edition.lines
          .filter((line) => line.chapter === number)
          .map((line) => [line.code, `${line.code} ${titleOf(line)}`] as const),
      })),
    }),
  }
}

const oneGroup = (options: readonly (readonly [string, string])[]) => [{ heading: '', options }]
