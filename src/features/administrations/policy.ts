// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action, PersonId, Place, RoleName } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Slug } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'

/** Where a role is held: the whole installation, one body, or an association and so each of its members. */
export type PlaceKind = 'platform' | 'administration' | 'association'

/** A role in words for people (Italian). The actions that it allows say so themselves (`heldBy`). */
export type RoleRule = {
  readonly label: string
  /** A short form for lists. */
  readonly short: string
  /** Who it is for, and what it leaves to others. */
  readonly purpose: string
  readonly heldOn: readonly PlaceKind[]
}

/** The roles, for pages and docs/roles.md. */
export const roleTable = {
  platformAdministrator: {
    label: 'Amministratore della piattaforma',
    short: 'Amministratore',
    purpose:
      'Chi tiene in funzione Timone: registra gli enti e le gestioni associate, invita le persone, attribuisce i ruoli. Legge tutto, ma non scrive e non approva i piani: chi gestisce la macchina non è l’autore di ciò che contiene.',
    heldOn: ['platform'],
  },
  rtd: {
    label: 'Responsabile per la transizione digitale',
    short: 'RTD',
    purpose:
      'Chi risponde del piano (art. 17 del CAD), di un ente o di una gestione associata: fa tutto ciò che riguarda i piani dei suoi enti, e ne sceglie le persone.',
    heldOn: ['administration', 'association'],
  },
  officeMember: {
    label: 'Componente dell’ufficio per la transizione',
    short: 'Ufficio',
    purpose: 'Chi lavora nell’ufficio del RTD: scrive i piani, li importa, li invia in revisione; non li approva.',
    heldOn: ['administration', 'association'],
  },
  referent: {
    label: 'Referente dell’ente',
    short: 'Referente',
    purpose:
      'Chi segue il piano per un ente, di norma il Segretario: lo scrive, lo invia in revisione, registra l’atto della propria Giunta, lo pubblica. Vale per un ente solo: l’atto è di quell’ente, non della gestione associata.',
    heldOn: ['administration'],
  },
  approver: {
    label: 'Revisore',
    short: 'Revisore',
    purpose: 'Chi rivede il piano prima dell’approvazione e registra l’atto che lo approva; non lo scrive.',
    heldOn: ['administration', 'association'],
  },
  contributor: {
    label: 'Collaboratore di un ufficio',
    short: 'Collaboratore',
    purpose: 'Chi aggiorna le schede affidate al proprio ufficio, e soltanto quelle. L’ufficio è di un ente.',
    heldOn: ['administration'],
  },
  reader: {
    label: 'Lettore',
    short: 'Lettore',
    purpose: 'Chi legge i piani anche prima che siano pubblicati, senza cambiarli.',
    heldOn: ['administration', 'association'],
  },
} as const satisfies Record<RoleName, RoleRule>

/** Where a role is held. */
export type GrantPlace =
  | { readonly kind: 'platform' }
  | { readonly kind: 'administration'; readonly slug: Slug }
  | { readonly kind: 'association'; readonly slug: string }

/** A role that a person holds somewhere. */
export type Grant = {
  readonly role: RoleName
  readonly on: GrantPlace
  /** The office that a contributor is of. */
  readonly office?: string | undefined
  /** First and last day on which it counts. Without a last day it counts until it is revoked. */
  readonly startsOn: IsoDate
  readonly endsOn?: IsoDate
  readonly revoked: boolean
  /** Set for a delegated role: it counts as long as one of these roles of the delegator does. */
  readonly delegation?: { readonly by: PersonId; readonly from: readonly Grant[] }
  /** Set for a role given by somebody who could only because of this one, which is not for good: it counts as long. */
  readonly under?: Grant
}

/** The slugs of the members of each association, on one day. */
export type Memberships = ReadonlyMap<string, readonly Slug[]>

/** The table's line of a role. */
export const rule = (role: RoleName): RoleRule => roleTable[role]

/** Who may do what: the one answer for guards, pages and docs/roles.md. */
export type Policy = {
  /** True when these roles allow an action in a place on a day; without a place: anywhere. */
  may(grants: readonly Grant[], action: Action, place: Place, members: Memberships, today: IsoDate): boolean
  /** True when a role allows an action where it is held. */
  allows(role: RoleName, action: Action): boolean
  /**
   * True when a role counts on a day: begun, not ended, not revoked. When it is delegated, the delegator's must count
   * too; when it was given by delegation, that delegation.
   */
  isInForce(grant: Grant, members: Memberships, today: IsoDate): boolean
  /** True when the holder of `own` may delegate `given`: the same role in the same place, or less. */
  covers(own: Grant, given: Pick<Grant, 'role' | 'on' | 'office'>, members: Memberships): boolean
}

/** The policy of these actions. What is not among them is allowed to nobody. */
export function policyOf(actions: readonly Action[]): Policy {
  const known: ReadonlySet<Action> = new Set(actions)
  const allows = (role: RoleName, action: Action) => known.has(action) && action.heldBy.includes(role)

  function isInForce(grant: Grant, members: Memberships, today: IsoDate): boolean {
    if (!isCurrent(grant, today)) return false
    if (grant.under && !isInForce(grant.under, members, today)) return false
    if (!grant.delegation) return true
    return grant.delegation.from.some(
      (own) => !own.delegation && isInForce(own, members, today) && covers(own, grant, members),
    )
  }

  function covers(own: Grant, given: Pick<Grant, 'role' | 'on' | 'office'>, members: Memberships): boolean {
    if (actions.some((action) => allows(given.role, action) && !allows(own.role, action))) return false
    if (own.office !== undefined && given.role === 'contributor' && !sameOffice(own.office, given.office)) return false
    return isWithin(given.on, own.on, members)
  }

  /** True when offices do not matter to the action, or the holder may do the wider one, or the thing is their office's. */
  const isInHands = ({ role, office }: Grant, { wider }: Action, { offices }: Place): boolean =>
    wider === undefined ||
    offices === undefined ||
    allows(role, wider) ||
    offices.some((one) => sameOffice(one, office))

  return {
    allows,
    isInForce,
    covers,
    may: (grants, action, place, members, today) =>
      grants.some(
        (grant) =>
          allows(grant.role, action) &&
          isInForce(grant, members, today) &&
          reaches(grant.on, place, members) &&
          isInHands(grant, action, place),
      ),
  }
}

/** True when a role has begun, has not ended and is not revoked. */
export const isCurrent = ({ revoked, startsOn, endsOn }: Grant, today: IsoDate): boolean =>
  !revoked && startsOn <= today && (endsOn === undefined || endsOn >= today)

/**
 * True when a place is the other one or lies inside it: members inside their association, everything inside the
 * platform.
 */
export function isWithin(inner: GrantPlace, outer: GrantPlace, members: Memberships): boolean {
  if (outer.kind === 'platform') return true
  if (inner.kind === 'platform') return false
  if (inner.kind === outer.kind) return inner.slug === outer.slug
  return inner.kind === 'administration' && (members.get(outer.slug) ?? []).includes(inner.slug)
}

function reaches(on: GrantPlace, { slug, association }: Place, members: Memberships): boolean {
  const wanted: GrantPlace[] = []
  if (slug !== undefined) wanted.push({ kind: 'administration', slug })
  if (association !== undefined) wanted.push({ kind: 'association', slug: association })
  return wanted.every((inner) => isWithin(inner, on, members))
}

const sameOffice = (one: string, other: string | undefined): boolean => other !== undefined && fold(one) === fold(other)
