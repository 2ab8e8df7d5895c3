// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { trienniumOf } from '../../../../kernel/ids.ts'
import { type FieldType, field, text } from '../../../records/index.ts'

/** Three calendar years, both ends included: `2025-2027`. */
export const Triennium = z
  .string()
  .regex(/^20\d\d-20\d\d$/, 'triennio: due anni, es. 2025-2027')
  .refine(
    (value) => Number(value.slice(5)) - Number(value.slice(0, 4)) === 2,
    'un triennio copre tre anni, es. 2025-2027',
  )
  .brand<'Triennium'>()
export type Triennium = z.infer<typeof Triennium>

const written = text({ max: 9 })

const triennium: FieldType<Triennium> = {
  ...written,
  // What zod brands is in the type of what it gives, not in all of its own.
  schema: Triennium as z.ZodType as z.ZodType<Triennium>,
  read(...typed) {
    const { value, problems } = written.read(...typed)
    return { value: value === undefined ? undefined : trienniumOf(value), problems }
  },
}

/** What is on a plan’s cover: its title, when it is for, and the national plan that it follows. */
export const coverFields = {
  title: field(text({ max: 300 }), { label: 'Titolo', description: 'Titolo del piano', searched: 'A' }),
  triennium: field(triennium, { label: 'Triennio', description: 'Triennio, es. 2025-2027', required: true }),
  edition: field(text({ max: 60 }), {
    label: 'Edizione nazionale',
    description: 'Edizione del Piano nazionale, es. 2024-2026',
    required: true,
  }),
}
