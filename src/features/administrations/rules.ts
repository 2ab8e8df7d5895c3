// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'
import { formatDate, type IsoDate, isIsoDate } from '../../kernel/dates.ts'
import { forbidden, invalidInput, type Problem, TimoneError } from '../../kernel/errors.ts'
import {
  covers,
  type Grant,
  type GrantPlace,
  isInForce,
  isWithin,
  type Memberships,
  type RoleName,
  rule,
} from './policy.ts'

/** A role to be given: the places of its problems are the names of the forms' fields. */
export type GrantWish = {
  readonly person: PersonId
  readonly role: RoleName
  readonly on: GrantPlace
  readonly office?: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn?: IsoDate | undefined
  /** In whose stead the role is to be held. */
  readonly delegator?: PersonId | undefined
}

/** A role as the store knows it. */
export type HeldGrant = Grant & {
  readonly id: number
  readonly person: PersonId
  /** Whether the person has come in, has yet to, or is kept out. */
  readonly account: 'invited' | 'active' | 'disabled'
}

/** Who gives or takes a role away. */
export type Granter = {
  /** Absent: a program of Timone's, on behalf of whoever runs it. */
  readonly person?: PersonId | undefined
  /** May administer the platform. */
  readonly administrator: boolean
}

/** Roles that only the platform's administrators give and take away: no RTD makes or unmakes another. */
const reserved: readonly RoleName[] = ['platformAdministrator', 'rtd']

/** Whether somebody who manages the people of a place may give this role there, or take it away. */
export const mayDispose = (role: RoleName, { administrator }: Granter): boolean =>
  administrator || !reserved.includes(role)

/**
 * Checks a role to be given by whoever manages the people of its place.
 * @param held the roles that the person has.
 * @throws {TimoneError} `forbidden` for a role that is not theirs to give, `invalid-input` with what is wrong.
 */
export function checkGrant(wish: GrantWish, granter: Granter, held: readonly HeldGrant[], today: IsoDate): void {
  if (!mayDispose(wish.role, granter)) throw forbidden(`attribuire il ruolo «${rule(wish.role).label}»`)
  if (!granter.administrator && granter.person === wish.person) throw forbidden('attribuire ruoli a te')
  refuseIfAny([...shapeProblems(wish), ...dateProblems(wish, today), ...repetitions(wish, held)])
}

/** Days that a delegation may last at most, in words. */
const longestDelegation = '12 mesi'

/**
 * Checks a role to be given in one's own stead: one's own on the same place or less, until a day within 12 months.
 * @param own the roles of who delegates. @param held those of who is to stand in.
 * @throws {TimoneError} `forbidden` for what is not one's own, `invalid-input` with what is wrong.
 */
export function checkDelegation(
  wish: GrantWish & { readonly delegator: PersonId },
  own: readonly Grant[],
  held: readonly HeldGrant[],
  members: Memberships,
  today: IsoDate,
): void {
  const sources = own.filter((grant) => isInForce(grant, members, today) && covers(grant, wish, members))
  if (sources.length === 0) throw forbidden('delegare un ruolo che non è tuo')
  if (sources.every(({ delegation }) => delegation)) throw forbidden('delegare ad altri ciò che ti è stato delegato')
  const problems: Problem[] = [...shapeProblems(wish), ...dateProblems(wish, today), ...repetitions(wish, held)]
  if (wish.person === wish.delegator) problems.push({ place: 'email', message: 'non si delega a se stessi' })
  const last = aYearAfter(wish.startsOn)
  if (wish.endsOn === undefined) {
    problems.push({ place: 'fine', message: 'una delega ha sempre un ultimo giorno', remedy: 'indicarlo' })
  } else if (wish.endsOn > last) {
    problems.push({
      place: 'fine',
      message: `una delega dura al massimo ${longestDelegation}`,
      remedy: `indicare un giorno non oltre il ${formatDate(last)}`,
    })
  }
  refuseIfAny(problems)
}

/**
 * Checks a role to be taken away by whoever manages the people of its place, or by whoever delegated it.
 * @param others the other roles of the platform's administrators, when the role is one of these.
 * @throws {TimoneError} `forbidden`, or `not-now` for the last administrator of the platform.
 */
export function checkRevocation(
  grant: HeldGrant,
  granter: Granter,
  others: readonly HeldGrant[],
  members: Memberships,
  today: IsoDate,
): void {
  const own = grant.delegation !== undefined && grant.delegation.by === granter.person
  if (!own && !mayDispose(grant.role, granter)) throw forbidden(`revocare il ruolo «${rule(grant.role).label}»`)
  if (grant.role === 'platformAdministrator' && isLasting(grant, members, today)) {
    if (!others.some((other) => other.id !== grant.id && isLasting(other, members, today))) throw lastAdministrator()
  }
}

/** An administrator of the platform who can come in and stays one: neither by delegation nor until a day. */
export const isLasting = (grant: HeldGrant, members: Memberships, today: IsoDate): boolean =>
  grant.role === 'platformAdministrator' &&
  grant.account === 'active' &&
  grant.endsOn === undefined &&
  !grant.delegation &&
  isInForce(grant, members, today)

/** Without an administrator nobody could let people in any more. */
export const lastAdministrator = (): TimoneError =>
  new TimoneError('not-now', 'È l’ultimo amministratore della piattaforma.', [
    {
      place: 'ruolo',
      message: 'senza amministratori nessuno potrebbe più invitare persone e attribuire ruoli',
      remedy: 'attribuire prima il ruolo a un’altra persona, senza un ultimo giorno',
    },
  ])

function shapeProblems({ role, on, office }: GrantWish): Problem[] {
  const { label, heldOn } = rule(role)
  const problems: Problem[] = []
  if (!heldOn.includes(on.kind)) {
    problems.push({
      place: 'ruolo',
      message: `«${label}» non si attribuisce qui`,
      remedy: `vale per: ${inWords(heldOn)}`,
    })
  }
  if (role === 'contributor' && !office) {
    problems.push({ place: 'ufficio', message: 'è obbligatorio per chi collabora con un ufficio' })
  }
  if (role !== 'contributor' && office) {
    problems.push({
      place: 'ufficio',
      message: 'si indica solo per chi collabora con un ufficio',
      remedy: 'lasciarlo vuoto',
    })
  }
  return problems
}

function dateProblems({ startsOn, endsOn }: GrantWish, today: IsoDate): Problem[] {
  const problems: Problem[] = []
  if (!isIsoDate(startsOn)) problems.push({ place: 'inizio', message: 'la data non esiste' })
  if (endsOn === undefined) return problems
  if (!isIsoDate(endsOn)) problems.push({ place: 'fine', message: 'la data non esiste' })
  else if (endsOn < startsOn) problems.push({ place: 'fine', message: 'l’ultimo giorno viene prima del primo' })
  else if (endsOn < today) problems.push({ place: 'fine', message: 'l’ultimo giorno è già passato' })
  return problems
}

function repetitions(wish: GrantWish, held: readonly HeldGrant[]): Problem[] {
  const same = held.some(
    (grant) =>
      !grant.revoked &&
      grant.role === wish.role &&
      grant.on.kind === wish.on.kind &&
      isWithin(grant.on, wish.on, new Map()) &&
      grant.office === wish.office &&
      grant.delegation?.by === wish.delegator &&
      grant.startsOn <= (wish.endsOn ?? '9999') &&
      wish.startsOn <= (grant.endsOn ?? '9999'),
  )
  return same ? [{ place: 'ruolo', message: 'la persona ha già questo ruolo qui, in questi giorni' }] : []
}

/** The same day of the next year. */
const aYearAfter = (date: IsoDate): IsoDate =>
  `${Number(date.slice(0, 4)) + 1}${date.slice(4).replace('-02-29', '-02-28')}`

const kindWords = {
  platform: 'la piattaforma',
  administration: 'un ente',
  association: 'una gestione associata',
} as const

const inWords = (kinds: readonly (keyof typeof kindWords)[]): string => kinds.map((kind) => kindWords[kind]).join(', ')

function refuseIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidInput('Il ruolo non è stato attribuito.', problems)
}
