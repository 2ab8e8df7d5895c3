// SPDX-License-Identifier: AGPL-3.0-or-later

import { openViewers, type Policy } from '../../src/features/administrations/index.ts'
import { insertGrant } from '../../src/features/administrations/people/grant-store.ts'
import { insertAdministration, insertAssociation } from '../../src/features/administrations/store.ts'
import type { PersonId, RoleName, Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { slugOf } from '../../src/kernel/ids.ts'
import { policy } from '../../src/main/actions.ts'
import { openTenants, type Tenants } from '../../src/platform/db/tenants.ts'
import { openServerForTest, type TestDatabase } from '../databases.ts'
import { openSite } from './site.ts'

/** Invented bodies and people who hold roles on them. */
export type InventedPeople = {
  readonly tenants: Tenants
  readonly clock: ReturnType<typeof fixedClock>
  readonly policy: Policy
  /** What the person with this id may do at present. */
  readonly see: (id: string) => Promise<Viewer>
  /** Gives a person a role from the beginning of the year, and returns its key. */
  readonly give: (id: string, role: RoleName, place?: string, more?: GrantDetails) => Promise<number>
  readonly addPerson: (id: string) => Promise<PersonId>
  /** The access journal's events, the oldest first. */
  readonly events: () => Promise<readonly Readonly<Record<string, unknown>>[]>
}

type GrantDetails = {
  readonly office?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly delegator?: PersonId
}

/** The association of the first two of the invented bodies. */
export const valli = 'valli'

/** Where a role is held: an address of a body, `valli`, or nothing for the platform. */
export function placeAt(place?: string) {
  if (place === undefined) return { kind: 'platform' } as const
  if (place === valli) return { kind: 'association', slug: place } as const
  return { kind: 'administration', slug: slugOf(place) } as const
}

/** The site with the bodies of `registerInventedPeople`, before anybody has an account. */
export async function openAssociatedSite() {
  const opened = await openServerForTest()
  await registerInventedPeople(opened)
  return await openSite({ opened })
}

/** Registers three bodies, of which `vallechiara` and `roccaperta` are associated and `pieve` is not, on 10 March 2026. */
export async function registerInventedPeople({ database }: TestDatabase): Promise<InventedPeople> {
  const tenants = openTenants(database)
  const clock = fixedClock('2026-03-10T10:00:00Z')
  const viewers = openViewers({ tenants, clock, policy })
  await tenants.writeNational(async (writer) => {
    const bodies = []
    for (const name of ['Vallechiara', 'Roccaperta', 'Pieve']) {
      const details = { name: `Comune di ${name}`, kind: 'municipality', province: 'Valmonte' } as const
      bodies.push(
        await insertAdministration(writer, details, { slug: slugOf(name.toLowerCase()), demonstration: true }),
      )
    }
    const association = { slug: valli, name: 'Ufficio associato delle Valli', demonstration: true }
    await insertAssociation(writer, association, bodies.slice(0, 2), '2026-01-01')
  })
  const person = (id: string) => ({
    id: id as PersonId,
    name: `Persona ${id}`,
    email: `${id.toLowerCase()}@timone.example`,
  })
  return {
    tenants,
    clock,
    policy,
    see: (id) => viewers({ person: person(id) }),
    give: async (id, role, place, more) => {
      const wish = { person: id as PersonId, role, on: placeAt(place), startsOn: '2026-01-01', ...more }
      const grant = await tenants.writeNational((writer) => insertGrant(writer, wish))
      if (grant === undefined) throw new Error(`no such place: ${place}`)
      return grant
    },
    addPerson: async (id) => {
      await database.kysely
        .insertInto('person')
        .values({ ...person(id), joined_at: clock.now() })
        .execute()
      return id as PersonId
    },
    events: async () => {
      const rows = await database.kysely.selectFrom('access_journal').select('event').orderBy('sequence').execute()
      return rows.map(({ event }) => event)
    },
  }
}
