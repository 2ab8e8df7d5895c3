// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomInt } from 'node:crypto'
import { program, type RoleName } from '../../../kernel/access.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { readFileIfThere, writePrivateFile } from '../../../platform/files/private-file.ts'
import { readOffices } from '../office-store.ts'
import type { GrantPlace } from '../policy.ts'
import { findAdministration } from '../store.ts'
import type { AccountMaker } from './accounts.ts'
import { grantRole, type RoleDependencies } from './grant-role.ts'
import { hasEverHeldRole } from './grant-store.ts'
import { knownEmails } from './person-store.ts'

/** The people of the demonstration, one for each role. Names and addresses are invented. */
export const demonstrationAccounts = [
  {
    name: 'Amministratore dimostrativo',
    email: 'admin@timone.example',
    role: 'platformAdministrator',
    on: ['platform'],
  },
  { name: 'RTD dimostrativo', email: 'rtd@timone.example', role: 'rtd', on: ['association', 'administration'] },
  { name: 'Referente dimostrativo', email: 'referente@timone.example', role: 'referent', on: ['administration'] },
  { name: 'Collaboratore dimostrativo', email: 'ufficio@timone.example', role: 'contributor', on: ['administration'] },
  { name: 'Revisore dimostrativo', email: 'revisore@timone.example', role: 'approver', on: ['administration'] },
  { name: 'Lettore dimostrativo', email: 'lettore@timone.example', role: 'reader', on: ['administration'] },
] as const satisfies readonly {
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly on: readonly GrantPlace['kind'][]
}[]

/** An account of the demonstration; without a password when the file that held it is gone. */
export type DemonstrationAccount = {
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly password: string | undefined
}

/** Where the demonstration's people work, and the file with their passwords. */
export type DemonstrationPlaces = {
  /** The association's slug. */
  readonly association: string
  /** The body's slug. */
  readonly administration: Slug
  /** Only its owner may read it. */
  readonly file: string
}

/**
 * Makes the accounts of the demonstration, each with a random password that goes into the file. Existing people and
 * their roles are left as they are: running it again changes nothing.
 * @returns them all, in the order of the roles.
 */
export async function createDemonstrationAccounts(
  { accounts, ...roles }: RoleDependencies & { readonly accounts: AccountMaker },
  { association, administration, file }: DemonstrationPlaces,
): Promise<readonly DemonstrationAccount[]> {
  const { tenants } = roles
  const creator = program('demonstration')
  const remembered = readPasswords(readFileIfThere(file) ?? '')
  const known = await tenants.writeNational((source) =>
    knownEmails(
      source,
      demonstrationAccounts.map(({ email }) => email),
    ),
  )
  const all = demonstrationAccounts.map((account) => ({
    ...account,
    password: remembered.get(account.email) ?? (known.has(account.email) ? undefined : chancePassword()),
  }))
  // The file comes before the accounts: after a crash no account has a password that nobody knows.
  writePrivateFile(file, passwordsText(all))
  const body = await tenants.readMany([], (reader) => findAdministration(reader, administration))
  const [office] = body ? await tenants.tenant(body.id).read((reader) => readOffices(reader, body.id)) : []
  const places = {
    platform: { kind: 'platform' },
    association: { kind: 'association', slug: association },
    administration: { kind: 'administration', slug: administration },
  } as const
  for (const { name, email, password, role, on } of all) {
    const { id } = await accounts.addPerson({ name, email, password: password ?? chancePassword() }, creator.actor)
    if (await tenants.writeNational((source) => hasEverHeldRole(source, id))) continue
    for (const kind of on) {
      const wish = {
        person: id,
        role,
        on: places[kind],
        ...(role === 'contributor' && { office: office?.name ?? 'RTD' }),
      }
      await grantRole(roles, wish, creator)
    }
  }
  return all
}

/** Letters and digits that nobody confuses. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four: about 79 bits. */
const chancePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  )

const heading =
  '# Accessi dimostrativi di Timone: indirizzo, password, persona. Chi può leggere questo file può entrare.'

const passwordsText = (accounts: readonly DemonstrationAccount[]): string =>
  [heading, ...accounts.map(({ name, email, password }) => `${email}\t${password ?? '?'}\t${name}`), ''].join('\n')

const readPasswords = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const [email = '', password = ''] = line.split('\t')
      return email.includes('@') && password.length > 1 ? [[email, password]] : []
    }),
  )
