// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput, notNow } from '../../../kernel/errors.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import type { Person, SignedIn } from '../model.ts'
import { passwordHashOf } from '../people/credential-store.ts'
import { countAttempt, forgive } from '../sign-in/throttle.ts'

/** True for a person who has a password; false for one who only signs in at the provider. */
export const hasPassword = async (
  { accounts }: Pick<IdentityDependencies, 'accounts'>,
  { id }: Pick<Person, 'id'>,
): Promise<boolean> => (await accounts.read((reader) => passwordHashOf(reader, id))) !== undefined

/**
 * Makes sure that it is still the same person: they type their password again. Failures count against the session:
 * whoever found it open cannot guess on, and whoever fails elsewhere does not get in the way.
 * @param field the name of the field, for the problem's place
 * @throws {TimoneError} `invalid-input`, `too-many-attempts`, `not-now` for a person who only signs in at the provider.
 */
export async function demandOwnPassword(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings' | 'passwords'>,
  { person, sessionId }: Pick<SignedIn, 'person' | 'sessionId'>,
  typed: string | undefined,
  field: string,
  from: string,
): Promise<void> {
  const hash = await dependencies.accounts.read((reader) => passwordHashOf(reader, person.id))
  if (hash === undefined) throw signsInElsewhere()
  const { email } = person
  const counted = [['session', sessionId] as const]
  await countAttempt(dependencies, counted, { email, from })
  if (await dependencies.passwords.verify(hash, typed ?? '')) return forgive(dependencies, counted)
  throw invalidInput('La password di ora non è giusta.', [
    { place: field, message: 'non è quella con cui entri', remedy: 'scrivere la password di ora' },
  ])
}

const signsInElsewhere = () =>
  notNow('Qui non hai una password.', {
    place: 'password',
    message: 'entri con le credenziali di un fornitore di identità',
    remedy: 'cambiare password e secondo fattore dove quelle credenziali si gestiscono',
  })
