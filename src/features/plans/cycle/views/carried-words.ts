// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { IconName } from '../../../../ui/icon.tsx'
import type { Tone } from '../../../../ui/tag.tsx'
import type { CarriedLine } from '../readers.ts'
import type { LineChange, TracedLine } from '../trace-lines.ts'

/** What a line became, as addresses write it and as people read it. */
export const kindWords = {
  invariate: ['kept', 'Invariate'],
  ripianificate: ['redated', 'Con un’altra data'],
  riformulate: ['reworded', 'Riformulate'],
  'altri-destinatari': ['readdressed', 'Con altri destinatari'],
  proseguite: ['continued', 'Proseguono con un altro codice'],
  ritirate: ['retired', 'Ritirate'],
  nuove: ['new', 'Nuove'],
} as const satisfies Record<string, readonly [TracedLine['kind'] | LineChange, string]>

const words = Object.keys(kindWords) as (keyof typeof kindWords)[]

/** The filters of the list, and what was just done. */
export const CarriedQuery = z.object({
  tipo: z.enum(words).optional(),
  mostra: z.enum(['da-rivedere', 'riviste']).optional(),
  esito: z.enum(['creato', 'edizione', 'confermate']).optional(),
  quante: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
})
export type CarriedQuery = z.infer<typeof CarriedQuery>

/** How each thing that became of a line looks. */
export const changeLook: Readonly<Record<TracedLine['kind'] | LineChange, readonly [Tone, IconName, string]>> = {
  kept: ['quiet', 'check', 'Invariata'],
  changed: ['info', 'exchange-circle', 'Cambiata'],
  redated: ['info', 'calendar', 'Altra data'],
  reworded: ['info', 'exchange-circle', 'Riformulata'],
  readdressed: ['info', 'user', 'Altri destinatari'],
  continued: ['info', 'arrow-right', 'Altro codice'],
  retired: ['neutral', 'ban', 'Ritirata'],
  new: ['warning', 'plus-circle', 'Nuova'],
}

/** What became of a line: one thing, or all that changed in it. */
export const changesOf = ({ traced }: CarriedLine): readonly (TracedLine['kind'] | LineChange)[] =>
  traced.kind === 'changed' ? traced.changes : [traced.kind]

/** The lines that a query asks for. */
export const filterCarried = (lines: readonly CarriedLine[], { tipo, mostra }: CarriedQuery): readonly CarriedLine[] =>
  lines
    .filter((line) => !tipo || changesOf(line).includes(kindWords[tipo][0]))
    .filter(({ kept, traced }) => {
      if (!mostra) return true
      if (!kept || traced.kind === 'retired') return false
      return kept.toReview === (mostra === 'da-rivedere')
    })
