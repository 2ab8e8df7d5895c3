// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'
import { formatDate } from '../../kernel/dates.ts'
import { plural } from '../../kernel/text.ts'
import { declareAccessEvents, type EventWords } from '../audit/index.ts'
import { kindLabel } from './model.ts'
import { roleTable } from './policy.ts'

/** The person whose role it is, and which. */
type RoleOf = {
  readonly person: PersonId
  readonly email: string
  readonly grant: number
  readonly role: string
  /** `platform`, `administration:vallechiara`, `association:valli`. */
  readonly place: string
}

/** The delegation that a role rests on, and who delegated. */
type Delegated = { readonly delegation?: { readonly grant: number; readonly by: PersonId; readonly email: string } }

type RoleGiven = RoleOf & Delegated & { readonly office?: string; readonly startsOn: string; readonly endsOn?: string }

/** A role that is taken away, and those that end with it. */
type RoleTaken = RoleOf & Delegated & { readonly ended?: readonly RoleOf[] }

/** What the access journal tells about roles, bodies and associations. */
type AdministrationEvents = {
  /** A person got a role, or holds one that was delegated to them. */
  readonly roleGranted: RoleGiven
  readonly roleDelegated: RoleGiven
  readonly roleRevoked: RoleTaken
  readonly administrationRegistered: { readonly administration: string; readonly name: string; readonly kind: string }
  /** A body that was registered by mistake, with all that it had. */
  readonly administrationRemoved: {
    readonly administration: string
    readonly name: string
    readonly kind: string
    readonly cadastralCode?: string
    readonly ipaCode?: string
    readonly plans: readonly string[]
    readonly attachments: number
    /** The e-mail addresses of those who held a role on it. */
    readonly holders: readonly string[]
    /** How many lines its journal had, and the hash of the last one. */
    readonly lines?: number
    readonly head?: string
  }
  /** Bodies act together from a day on: the roles held on the association hold for them too. */
  readonly associationFounded: {
    readonly association: string
    readonly name: string
    readonly members: readonly { readonly administration: string; readonly joinedOn: string }[]
  }
  readonly associationJoined: {
    readonly association: string
    readonly administration: string
    readonly joinedOn: string
  }
  /** `leftOn`: the first day on which the body is not a member. */
  readonly associationLeft: { readonly association: string; readonly administration: string; readonly leftOn: string }
}

/** The events that are recorded about roles, bodies and associations, with their words. */
export const administrationEvents = declareAccessEvents<AdministrationEvents>({
  roleGranted: { label: 'Ruoli attribuiti', words: (event) => given('Ha attribuito a', event) },
  roleDelegated: { label: 'Deleghe', words: (event) => given('Ha delegato a', event) },
  roleRevoked: {
    label: 'Ruoli tolti',
    words: (event) => ({
      summary: `Ha tolto ${whose(event)}`,
      facts: [...delegationFacts(event), ['Ruoli che finiscono con questo', event.ended?.map(whose).join('\n')]],
    }),
  },
  administrationRegistered: {
    label: 'Enti registrati',
    words: ({ administration, name, kind }) => ({
      summary: `Ha registrato l’ente «${name}»`,
      facts: [
        ['Tipo', kindWords(kind)],
        ['Indirizzo', administration],
      ],
    }),
  },
  administrationRemoved: {
    label: 'Enti eliminati',
    words: ({ administration, name, kind, cadastralCode, ipaCode, plans, attachments, holders, lines, head }) => ({
      summary: `Ha eliminato l’ente «${name}»`,
      facts: [
        ['Tipo', kindWords(kind)],
        ['Indirizzo', administration],
        ['Codice catastale', cadastralCode],
        ['Codice IPA', ipaCode],
        ['Piani eliminati', plans.join(', ') || undefined],
        ['File eliminati', attachments === 0 ? undefined : String(attachments)],
        ['Chi vi aveva un ruolo', holders.join('\n') || undefined],
        ['Righe del suo registro', lines === undefined ? undefined : String(lines)],
        ['Impronta dell’ultima riga', head],
      ],
    }),
  },
  associationFounded: {
    label: 'Gestioni associate costituite',
    words: ({ name, members }) => ({
      summary: `Ha costituito la gestione associata «${name}» con ${plural(members.length, 'ente', 'enti')}`,
      facts: [
        [
          'Enti',
          members.map(({ administration, joinedOn }) => `${administration} dal ${formatDate(joinedOn)}`).join('\n'),
        ],
      ],
    }),
  },
  associationJoined: {
    label: 'Adesioni a gestioni associate',
    words: ({ association, administration, joinedOn }) => ({
      summary: `Ha fatto entrare ${administration} nella gestione associata ${association}, dal ${formatDate(joinedOn)}`,
    }),
  },
  associationLeft: {
    label: 'Uscite da gestioni associate',
    words: ({ association, administration, leftOn }) => ({
      summary: `Ha fatto uscire ${administration} dalla gestione associata ${association}, dal ${formatDate(leftOn)}`,
    }),
  },
})

const kindWords = (kind: string): string => (kindLabel as Readonly<Record<string, string>>)[kind] ?? kind

const given = (verb: string, event: RoleGiven): EventWords => ({
  summary: `${verb} ${event.email} il ruolo «${roleWords(event.role)}» su ${placeWords(event.place)}, dal ${formatDate(event.startsOn)}${event.endsOn ? ` al ${formatDate(event.endsOn)}` : ''}`,
  facts: [['Ufficio', event.office], ...delegationFacts(event)],
})

const whose = ({ email, role, place }: RoleOf): string =>
  `a ${email} il ruolo «${roleWords(role)}» su ${placeWords(place)}`

const delegationFacts = ({ delegation }: Delegated) => [['Per delega di', delegation?.email] as const]

const roleWords = (role: string): string => (role in roleTable ? roleTable[role as keyof typeof roleTable].label : role)

/** `administration:vallechiara` → `l’ente vallechiara`. */
function placeWords(place: string): string {
  const [kind, slug] = place.split(':')
  if (slug === undefined) return 'tutta la piattaforma'
  return kind === 'association' ? `la gestione associata ${slug}` : `l’ente ${slug}`
}
