// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  appointFirstAdministrator,
  type GrantPlace,
  grantRole,
  insertAssociation,
} from '../../src/features/administrations/index.ts'
import type { Identity } from '../../src/features/identity/index.ts'
import { program, type RoleName, type Viewer } from '../../src/kernel/access.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { AdministrationId } from '../../src/kernel/ids.ts'
import { policy } from '../../src/main/actions.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Tenants } from '../../src/platform/db/tenants.ts'
import type { Server } from '../../src/platform/http/server.ts'
import { openBrowser, type TestBrowser } from './test-browser.ts'

/** A person of the tests. */
export type TestPerson = { readonly name: string; readonly email: string }

const password = 'parola di prova assai lunga'

type Registry = {
  readonly database: Database
  readonly tenants: Tenants
  readonly identity: Identity
  readonly clock: Clock
  readonly server: Server
}

/** What a test does with the people of a site, their roles and their associations. */
export function peopleOf({ database, tenants, identity, clock, server }: Registry) {
  const setUp = program('test')
  /** Makes a person, or finds them again. */
  const person = ({ name, email }: TestPerson) => identity.addPerson({ name, email, password }, setUp.actor)
  const signIn = async (email: string): Promise<TestBrowser> => {
    const browser = openBrowser(server)
    const { status, body } = await browser.post('/accesso', { email, password })
    if (status !== 303) throw new Error(`${email} cannot sign in: ${status} ${body.slice(0, 2000)}`)
    return browser
  }
  return {
    password,
    person,
    signIn,
    /** Gives a viewer who was made by a test an account, for rows that refer to one. */
    async addAccount({ person: known }: Viewer): Promise<void> {
      if (!known) return
      const { id, name, email } = known
      await database.kysely.insertInto('person').values({ id, name, email }).execute()
    },
    /** Gives a person a role in a place. */
    grant: (wish: Parameters<typeof grantRole>[1]) => grantRole({ tenants, clock, policy }, wish, setUp),
    /** A person with a role in a place, signed in. */
    async enter(role: RoleName, on: GrantPlace, who: TestPerson, office?: string): Promise<TestBrowser> {
      const { id } = await person(who)
      await grantRole({ tenants, clock, policy }, { person: id, role, on, ...(office && { office }) }, setUp)
      return await signIn(who.email)
    },
    /** The first administrator, signed in. */
    async enterAdministrator(who: TestPerson): Promise<TestBrowser> {
      const { id } = await person(who)
      await tenants.writeNational((writer) => appointFirstAdministrator(clock)(writer, id))
      return await signIn(who.email)
    },
    /** Makes an association of bodies. */
    associate: (slug: string, members: readonly AdministrationId[], name = `Gestione associata ${slug}`) =>
      tenants.writeNational((writer) =>
        insertAssociation(writer, { slug, name, demonstration: false }, members, '2024-01-01'),
      ),
    /** The lines of the access journal, oldest first. */
    async accessJournal() {
      const rows = await database.kysely.selectFrom('access_journal').selectAll().orderBy('sequence').execute()
      return rows.map(({ actor_name, event }) => ({ actor: actor_name, event }))
    },
  }
}
