// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { type Triennium, trienniumOf } from '../../../kernel/ids.ts'

/** Something to compare: a version of a plan of the body, or the plan as it is being written. */
export type VersionReference = { readonly triennium: Triennium; readonly number: number | 'draft' }

/** In an address: `2`, `bozza`, or of another plan of the body `2024-2026:1`. */
export const ReferenceWord = z.string().regex(/^(20\d\d-20\d\d:)?([1-9]\d{0,3}|bozza)$/, {
  message: 'una versione si indica con il suo numero, o con «bozza»; quella di un altro piano con «2024-2026:1»',
})

/** A word of an address as what it names. @param triennium of the plan whose address it is. */
export function readReference(word: string, triennium: Triennium): VersionReference {
  const [number = '', other] = word.split(':').toReversed()
  return {
    triennium: other === undefined ? triennium : trienniumOf(other),
    number: number === 'bozza' ? 'draft' : Number(number),
  }
}

/** The word of an address that names something to compare, on the page of the plan of a triennium. */
export const referenceWord = ({ triennium: of, number }: VersionReference, triennium: Triennium): string =>
  `${of === triennium ? '' : `${of}:`}${number === 'draft' ? 'bozza' : number}`

/** `Versione 2`, `Bozza`; of another plan of the body `Piano 2024-2026, versione 1`. */
export function referenceName({ triennium: of, number }: VersionReference, triennium: Triennium): string {
  const name = number === 'draft' ? 'Bozza' : `Versione ${number}`
  return of === triennium ? name : `Piano ${of}, ${name.toLowerCase()}`
}
