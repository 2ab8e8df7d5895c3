// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import type { Person } from '../model.ts'
import { passwordFault } from '../rules.ts'
import { type Guessing, plainForm } from './guesses.ts'

/** Read when the first password is chosen: most processes never need it. */
let loading: Promise<Guessing['common']> | undefined

/** Words that people choose here before others: the product, kinds of bodies, what they do. */
const ours =
  'timone comune municipio provincia regione unione ente ufficio piano triennale informatica transizione digitale ' +
  'segretario segreteria sindaco amministratore benvenuto italia'

/**
 * Checks a password that a person chooses.
 * @param field the name of the field, for the problem's place
 * @returns what is wrong with it; undefined when it is good.
 */
export async function checkPassword(
  { settings }: Pick<IdentityDependencies, 'settings'>,
  password: string,
  person: Pick<Person, 'email' | 'name'>,
  field: string,
): Promise<Problem | undefined> {
  loading ??= loadCommon()
  const { publicAddress = '' } = settings
  const around = [ours, person.name, person.email, publicAddress, ...(await settings.namesAround())]
  const names = new Set(around.flatMap(wordsOf))
  return passwordFault(password, person, field, { common: await loading, names })
}

/** `Comune di Rivolta d’Adda` → `comune`, `rivoita`, `adda`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .map(plainForm)

async function loadCommon(): Promise<Guessing['common']> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const ranks = new Map<string, number>()
  for (const [index, word] of dictionary['passwords-common'].entries()) {
    const plain = plainForm(word)
    if (!ranks.has(plain)) ranks.set(plain, index + 1)
  }
  return ranks
}
