// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action, PersonId } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { keepsake } from '../../../platform/db/memory.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import type { Policy } from '../policy.ts'
import { readGrants } from './grant-store.ts'

type BodyPerson = { readonly id: PersonId; readonly name: string }

/** The people of a body on a day. */
const peopleKept = keepsake<readonly BodyPerson[]>(1000)

type BodyPeopleDependencies = {
  readonly tenants: Tenants
  readonly clock: Clock
  readonly policy: Policy
  /** The names of people, by key. */
  readonly accounts: (ids: readonly PersonId[]) => Promise<readonly BodyPerson[]>
}

/** The people who may today do something in a body, for all of it or for an office, by name. */
export const peopleOfBody =
  ({ tenants, clock, policy, accounts }: BodyPeopleDependencies, action: Action) =>
  (slug: Slug): Promise<readonly BodyPerson[]> => {
    const today = clock.today()
    return tenants.recallAccess(peopleKept, `${action.name} ${slug} ${today}`, async () => {
      const { grants, members } = await tenants.readAccess((source) => readGrants(source, today))
      const writers = grants.filter(
        (grant) =>
          grant.account !== 'disabled' &&
          policy.isInForce(grant, members, today) &&
          policy.may([grant], action, { slug }, members, today),
      )
      const ids = [...new Set(writers.map(({ person }) => person))]
      const people = ids.length === 0 ? [] : await accounts(ids)
      return people.map(({ id, name }) => ({ id, name })).toSorted((a, b) => compareItalian(a.name, b.name))
    })
  }
