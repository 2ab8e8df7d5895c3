// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { RoleSchema, readRoles, replaceRoles } from '../../administrations/index.ts'
import type { PartKind } from '../parts/part-kind.ts'
import { touchPlans } from '../plan/store.ts'

const RolesSchema = z.strictObject({ roles: z.array(RoleSchema).max(100) })

/** The roles of the digital transition in a body: positions and acts, never the names of persons. */
export type RolesContent = z.infer<typeof RolesSchema>

/** The roles of a body. They may change whatever plan is being looked at, as its offices do. */
export const rolesPart: PartKind<RolesContent> = {
  name: 'roles',
  schema: RolesSchema,
  labels: { roles: 'Ruoli della transizione digitale' },
  progress: ['roles'],
  reserved: [],
  ofBody: true,
  async read(reader, { administration }) {
    const roles = await readRoles(reader, administration)
    return roles.length > 0 ? { roles: [...roles] } : undefined
  },
  async write(writer, _, __, content) {
    await replaceRoles(writer, content?.roles ?? [])
    await touchPlans(writer)
  },
}
