// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { fold } from '../../../../kernel/text.ts'
import { presentKinds } from '../../administration-kinds.ts'
import { CadastralCode } from '../../model.ts'
import { kindOfIndexed } from './ipa-categories.ts'
import type { Row } from './layouts.ts'

/** A body of IPA's list that is no municipality. */
export const IndexedBodySchema = z.strictObject({
  ipaCode: z.string().regex(/^[\w.-]{1,40}$/),
  name: z.string().min(2).max(200),
  kind: z.enum(presentKinds as [(typeof presentKinds)[number], ...typeof presentKinds]),
  /** Of the municipality where it has its seat. */
  cadastralCode: CadastralCode.optional(),
})
export type IndexedBody = z.infer<typeof IndexedBodySchema>

/** What a list of bodies holds besides municipalities. */
export type IndexedBodies = {
  readonly bodies: readonly IndexedBody[]
  /** Rows whose category tells no kind, by category. */
  readonly unmapped: ReadonlyMap<string, number>
  /** The numbers of rows whose name or code is not usable. */
  readonly unreadable: readonly number[]
}

/** Reads the bodies of IPA's list by their category; municipalities are left to the registry. */
export function readIndexedBodies(rows: readonly Row[]): IndexedBodies {
  const bodies = new Map<string, IndexedBody>()
  const unmapped = new Map<string, number>()
  const unreadable: number[] = []
  for (const row of rows) {
    const category = row.cell('codice_categoria')
    const name = row.cell('denominazione_ente').replaceAll("'", '’')
    const kind = kindOfIndexed(category, name)
    if (kind === 'municipality') continue
    if (kind === undefined) {
      unmapped.set(category, (unmapped.get(category) ?? 0) + 1)
      continue
    }
    const seat = CadastralCode.safeParse(row.cell('codice_catastale_comune')).data
    const { data } = IndexedBodySchema.safeParse({
      ipaCode: row.cell('codice_ipa'),
      name,
      kind,
      ...(seat && { cadastralCode: seat }),
    })
    if (data) bodies.set(data.ipaCode, data)
    else unreadable.push(row.number)
  }
  return { bodies: [...bodies.values()], unmapped, unreadable }
}

/** The bodies whose name has every word of the text, or whose code it is; shorter names first. */
export function searchIndexedBodies(all: readonly IndexedBody[], asked: string): readonly IndexedBody[] {
  const words = fold(asked).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return all
    .filter(
      ({ ipaCode, name }) => fold(ipaCode) === words.join(' ') || words.every((word) => fold(name).includes(word)),
    )
    .toSorted((one, other) => one.name.length - other.name.length)
}
