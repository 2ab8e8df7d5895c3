// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { keepsake } from '../../../platform/db/memory.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { isInForce, may } from '../policy.ts'
import { readGrants } from './grant-store.ts'

type BodyPerson = { readonly id: PersonId; readonly name: string }

/** The people of a body on a day. */
const peopleKept = keepsake<readonly BodyPerson[]>(1000)

/**
 * The people who may today write a body's plans or some of their entries, by name.
 * @param accounts the names of people, by key.
 */
export const peopleOfBody =
  (tenants: Tenants, clock: Clock, accounts: (ids: readonly PersonId[]) => Promise<readonly BodyPerson[]>) =>
  (slug: string): Promise<readonly BodyPerson[]> => {
    const today = clock.today()
    return tenants.recallAccess(peopleKept, `${slug} ${today}`, async () => {
      const { grants, members } = await tenants.readAccess((source) => readGrants(source, today))
      const writers = grants.filter(
        (grant) =>
          grant.account !== 'disabled' &&
          isInForce(grant, members, today) &&
          may([grant], 'entry.write', { slug }, members, today),
      )
      const ids = [...new Set(writers.map(({ person }) => person))]
      const people = ids.length === 0 ? [] : await accounts(ids)
      return people.map(({ id, name }) => ({ id, name })).toSorted((a, b) => compareItalian(a.name, b.name))
    })
  }
