// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RoleName, roleNames } from '../../../../kernel/access.ts'
import { formatDate, type IsoDate } from '../../../../kernel/dates.ts'
import type { IconName } from '../../../../ui/icon.tsx'
import { Tag, type Tone } from '../../../../ui/tag.tsx'
import { type Grant, type GrantPlace, rule } from '../../policy.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import { placeParameter } from '../../registration/views/place-words.ts'
import type { AccountState } from '../list-people.ts'

/** The names of places, by their value in forms. */
export type PlaceNames = ReadonlyMap<string, string>

/** Indexes places by their value in forms. */
export const placeNames = (places: readonly NamedPlace[]): PlaceNames =>
  new Map(places.map(({ on, name }) => [placeParameter(on), name]))

/** A place's name for people. */
export const nameOf = (names: PlaceNames, on: GrantPlace): string => names.get(placeParameter(on)) ?? placeParameter(on)

/** Places as options of a select. */
export const placeOptions = (places: readonly NamedPlace[]): readonly (readonly [string, string])[] =>
  places.map(({ on, name }) => [placeParameter(on), name])

/** Roles as options of a select. */
export const roleOptions = (roles: readonly RoleName[] = roleNames): readonly (readonly [string, string])[] =>
  roles.map((role) => [role, rule(role).label])

const accountLook = {
  active: ['success', 'check-circle', 'Attivo'],
  invited: ['warning', 'clock', 'Invitato, non ancora entrato'],
  disabled: ['danger', 'ban', 'Sospeso'],
} as const satisfies Record<AccountState, readonly [Tone, IconName, string]>

/** The state of an account in words. */
export const accountWords = (state: AccountState): string => accountLook[state][2]

/** The state of an account as a tag. */
export function AccountTag({ state }: { state: AccountState }) {
  const [tone, icon, label] = accountLook[state]
  return <Tag tone={tone} icon={icon} label={label} />
}

/** The state of a person's second factor in words. */
export const secondFactorWords = {
  on: 'attivo',
  demanded: 'richiesto, non ancora attivato',
  off: 'non attivo',
} as const

/** The time in which a role counts, in words; empty when it has no end. */
export function periodWords({ startsOn, endsOn }: Pick<Grant, 'startsOn' | 'endsOn'>, today: IsoDate): string {
  const from = startsOn > today ? `dal ${formatDate(startsOn)}` : ''
  const to = endsOn === undefined ? '' : `fino al ${formatDate(endsOn)}`
  return [from, to].filter(Boolean).join(' ')
}
