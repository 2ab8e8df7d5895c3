// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { OfficeSchema, readOffices, replaceOffices } from '../../administrations/index.ts'
import type { PartKind } from '../parts/part-kind.ts'
import { touchPlans } from '../plan/store.ts'

const OfficesSchema = z.strictObject({ offices: z.array(OfficeSchema).max(200) })

/** The offices of a body that act on its plans. */
export type OfficesContent = z.infer<typeof OfficesSchema>

/** The offices of a body. They are not what an act approves: they may change whatever plan is being looked at. */
export const officesPart: PartKind<OfficesContent> = {
  name: 'offices',
  schema: OfficesSchema,
  labels: { offices: 'Uffici che attuano il piano' },
  progress: ['offices'],
  reserved: [],
  ofBody: true,
  async read(reader, { administration }) {
    const offices = await readOffices(reader, administration)
    return offices.length > 0 ? { offices: [...offices] } : undefined
  },
  async write(writer, _, __, content) {
    await replaceOffices(writer, content?.offices ?? [])
    await touchPlans(writer)
  },
}
