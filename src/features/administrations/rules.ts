// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId, RoleName } from '../../kernel/access.ts'
import { formatDate, type IsoDate, isIsoDate } from '../../kernel/dates.ts'
import { forbidden, invalidInput, type Problem, TimoneError } from '../../kernel/errors.ts'
import { type Grant, type GrantPlace, isCurrent, isWithin, type Memberships, type Policy, rule } from './policy.ts'

/** A role to give. The places of problems are the names of the form's fields. */
export type GrantWish = {
  readonly person: PersonId
  readonly role: RoleName
  readonly on: GrantPlace
  readonly office?: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn?: IsoDate | undefined
  /** The person who delegates the role. */
  readonly delegator?: PersonId | undefined
  /** The role because of which it is given, when that one is not for good (`basisOf`). */
  readonly under?: HeldGrant | undefined
}

/** A role as it is stored. */
export type HeldGrant = Omit<Grant, 'delegation' | 'under'> & {
  readonly id: number
  readonly delegation?: { readonly by: PersonId; readonly from: readonly HeldGrant[] }
  readonly under?: HeldGrant
  readonly person: PersonId
  /** Whether the person has signed in, has never signed in, or is kept out. */
  readonly account: 'invited' | 'active' | 'disabled'
}

/** The person who gives or revokes a role. */
export type Granter = {
  /** Absent for one of Timone's own programs. */
  readonly person?: PersonId | undefined
  /** True for an administrator of the platform. */
  readonly administrator: boolean
}

/** Roles that only administrators of the platform give and revoke: no RTD makes or removes another RTD. */
const reserved: readonly RoleName[] = ['platformAdministrator', 'rtd']

/** True for a role that people managers of a place cannot give. */
export const isReserved = (role: RoleName): boolean => reserved.includes(role)

/** The last day on which a role can count. */
export const lastDayOf = ({ endsOn }: Pick<Grant, 'endsOn'>): IsoDate => endsOn ?? '9999-12-31'

/** The delegation that a role rests on: its own, or that of the role because of which it was given. */
export function delegationOf(grant: HeldGrant): HeldGrant | undefined {
  if (grant.delegation) return grant
  return grant.under && delegationOf(grant.under)
}

/** True when a role ends with another: it was given because of it, directly or not. */
export const restsOn = ({ under, delegation }: HeldGrant, id: number): boolean =>
  (under !== undefined && (under.id === id || restsOn(under, id))) ||
  (delegation !== undefined && delegation.from.length > 0 && delegation.from.every((own) => restsOn(own, id)))

/** True when a people manager of the place may give or revoke this role there. */
export const mayDispose = (role: RoleName, { administrator }: Granter): boolean => administrator || !isReserved(role)

/**
 * Checks a role that a people manager of its place wants to give.
 * @param held the roles that the person has.
 * @throws {TimoneError} `forbidden` for a role that they may not give, `invalid-input` with what is wrong.
 */
export function checkGrant(wish: GrantWish, granter: Granter, held: readonly HeldGrant[], today: IsoDate): void {
  if (!mayDispose(wish.role, granter)) throw forbidden(`attribuire il ruolo «${rule(wish.role).label}»`)
  if (!granter.administrator && granter.person === wish.person) throw forbidden('attribuire ruoli a te')
  refuseIfAny([...shapeProblems(wish), ...dateProblems(wish, today), ...outliving(wish), ...repetitions(wish, held)])
}

/** What is given by delegation ends with it. */
function outliving({ startsOn, endsOn, under }: GrantWish): Problem[] {
  if (!under?.endsOn) return []
  const message = (what: string) => `${what} dopo la fine della delega con cui agisci`
  const remedy = `indicare un giorno non oltre il ${formatDate(under.endsOn)}`
  if (startsOn > under.endsOn) return [{ place: 'inizio', message: message('comincia'), remedy }]
  return endsOn !== undefined && endsOn > under.endsOn ? [{ place: 'fine', message: message('finisce'), remedy }] : []
}

/** The longest time of a delegation, in words. */
const longestDelegation = '12 mesi'

/**
 * Checks a delegation: the delegator's own role in the same place, or less, until a day within 12 months.
 * @param own the roles of the delegator. @param held the roles of the deputy.
 * @throws {TimoneError} `forbidden` for what is not one's own, `invalid-input` with what is wrong.
 */
export function checkDelegation(
  policy: Policy,
  wish: GrantWish & { readonly delegator: PersonId },
  own: readonly Grant[],
  held: readonly HeldGrant[],
  members: Memberships,
  today: IsoDate,
): void {
  const sources = own.filter((grant) => policy.isInForce(grant, members, today) && policy.covers(grant, wish, members))
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
 * Checks the removal of a role by a people manager of its place, or by the person who delegated it.
 * @param others the other roles of the platform's administrators, when the role is one of these.
 * @throws {TimoneError} `forbidden`, or `not-now` for the last administrator of the platform.
 */
export function checkRevocation(
  grant: HeldGrant,
  granter: Granter,
  others: readonly HeldGrant[],
  today: IsoDate,
): void {
  const own = grant.delegation !== undefined && grant.delegation.by === granter.person
  if (!own && !mayDispose(grant.role, granter)) throw forbidden(`revocare il ruolo «${rule(grant.role).label}»`)
  if (grant.role === 'platformAdministrator' && isLasting(grant, today)) {
    if (!others.some((other) => other.id !== grant.id && isLasting(other, today))) throw lastAdministrator()
  }
}

/** True for a permanent administrator of the platform who can sign in: neither delegated nor given by delegation, and without an end. */
export const isLasting = (grant: HeldGrant, today: IsoDate): boolean =>
  grant.role === 'platformAdministrator' &&
  grant.account === 'active' &&
  grant.endsOn === undefined &&
  !grant.delegation &&
  !grant.under &&
  isCurrent(grant, today)

/** Without an administrator nobody could let people in. */
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
      grant.under?.id === wish.under?.id &&
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
