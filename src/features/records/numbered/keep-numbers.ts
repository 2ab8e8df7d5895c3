// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Triennium } from '../../../kernel/ids.ts'
/** A record with the number that is its own, whatever the order and whichever others come and go. */
export type NumberedRecord<Content> = {
  readonly number: number
  readonly content: Content
  /** The record of an earlier plan that it goes on from: `2022-2024 3`. */
  readonly carriedFrom?: string
}

/**
 * Finds in a list that comes without numbers the records that are stored. First those that are called the same, then,
 * among the rest, those that stand at the same place. What is left over gets numbers of its own.
 * @param nameOf what tells records apart for people.
 * @param next the first number that no record of the plan ever had.
 */
export function keepNumbers<Content>(
  stored: readonly NumberedRecord<Content>[],
  contents: readonly Content[],
  nameOf: (content: Content) => string,
  next: number,
): readonly NumberedRecord<Content>[] {
  const left = new Set(stored)
  const found = new Map<number, NumberedRecord<Content>>()
  const take = (index: number, record: NumberedRecord<Content> | undefined) => {
    if (record && left.delete(record)) found.set(index, record)
  }
  for (const [index, content] of contents.entries()) {
    take(
      index,
      [...left].find((record) => nameOf(record.content) === nameOf(content)),
    )
  }
  for (const index of contents.keys()) if (!found.has(index)) take(index, stored[index])
  let free = next
  return contents.map((content, index) => {
    const { number, carriedFrom } = found.get(index) ?? { number: free++ }
    return { number, content, ...(carriedFrom !== undefined && { carriedFrom }) }
  })
}

/** Records as they go on in another plan: under the same numbers, saying where they come from. */
export const carryNumbers = <Content>(
  triennium: Triennium,
  records: readonly NumberedRecord<Content>[],
): readonly NumberedRecord<Content>[] =>
  records.map(({ number, content }) => ({ number, content, carriedFrom: `${triennium} ${number}` }))
