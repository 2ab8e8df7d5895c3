// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../kernel/dates.ts'
import { plural } from '../../kernel/text.ts'
import { kindLabel, roleTable } from '../administrations/index.ts'
import type { AccessEvent, SignInRefusal } from '../audit/index.ts'
import type { EventOf, EventWords } from './model.ts'

/** The name of each kind of event of the access journal in a list. */
export const accessLabel = {
  signedIn: 'Accessi',
  signInRefused: 'Accessi rifiutati',
  signedOut: 'Uscite',
  personInvited: 'Inviti',
  invitationAccepted: 'Inviti accettati',
  firstAdministratorRegistered: 'Primo amministratore',
  linkRefused: 'Collegamenti rifiutati',
  resetRequested: 'Richieste di nuova password',
  resetLinkMade: 'Collegamenti per la password',
  passwordReset: 'Password reimpostate',
  passwordChanged: 'Password cambiate',
  nameChanged: 'Nomi cambiati',
  secondFactorSetUp: 'Secondo fattore attivato',
  secondFactorRemoved: 'Secondo fattore tolto',
  backupCodesRenewed: 'Codici di riserva rinnovati',
  secondFactorDemanded: 'Secondo fattore richiesto',
  secondFactorCleared: 'Secondo fattore azzerato',
  sessionsRevoked: 'Sessioni chiuse',
  personDisabled: 'Persone sospese',
  personEnabled: 'Persone riammesse',
  roleGranted: 'Ruoli attribuiti',
  roleDelegated: 'Deleghe',
  roleRevoked: 'Ruoli tolti',
  administrationRegistered: 'Enti registrati',
  associationFounded: 'Gestioni associate costituite',
  associationJoined: 'Adesioni a gestioni associate',
  associationLeft: 'Uscite da gestioni associate',
} satisfies Record<AccessEvent['type'], string>

type Role = EventOf<AccessEvent, 'roleGranted'>

const given =
  (verb: string) =>
  (event: Role): EventWords => ({
    summary: `${verb} ${event.email} il ruolo «${roleWords(event.role)}» su ${placeWords(event.place)}, dal ${formatDate(event.startsOn)}${event.endsOn ? ` al ${formatDate(event.endsOn)}` : ''}`,
    facts: [['Ufficio', event.office]],
  })

/** Every event in words. The table is complete: a new event does not compile without its words. */
const wordsOf: { readonly [Type in AccessEvent['type']]: (event: EventOf<AccessEvent, Type>) => EventWords } = {
  signedIn: ({ email, method, secondFactor, from }) => ({
    summary: `È entrato come ${email}, ${method === 'password' ? 'con la password' : 'dal fornitore di identità'}${secondFactor ? `${method === 'password' ? ' e' : ','} ${secondFactor === 'code' ? 'con il codice' : 'con un codice di riserva'}` : ''}`,
    facts: [['Indirizzo di rete', from]],
  }),
  signInRefused: ({ reason, email, from }) => ({
    summary: `Accesso rifiutato${email ? ` a ${email}` : ''}: ${refusalWords(reason)}`,
    facts: [['Indirizzo di rete', from]],
  }),
  signedOut: () => ({ summary: 'È uscito' }),
  personInvited: ({ name, email, mailed }) => ({
    summary: `Ha invitato ${name} (${email}), ${mailed ? 'per posta elettronica' : 'con un collegamento da consegnare'}`,
  }),
  invitationAccepted: ({ email, by }) => ({
    summary: `Ha accettato l’invito come ${email}, ${by === 'password' ? 'scegliendo una password' : 'dal fornitore di identità'}`,
  }),
  firstAdministratorRegistered: ({ email }) => ({ summary: `Si è registrato come primo amministratore: ${email}` }),
  linkRefused: ({ purpose, reason, from }) => ({
    summary: `Collegamento ${linkWords[purpose]} rifiutato: ${linkReasons[reason]}`,
    facts: [['Indirizzo di rete', from]],
  }),
  resetRequested: ({ email, known, from }) => ({
    summary: `Nuova password chiesta per ${email}${known ? '' : ', che non è di nessuno'}`,
    facts: [['Indirizzo di rete', from]],
  }),
  resetLinkMade: ({ email }) => ({ summary: `Ha preparato un collegamento per la nuova password di ${email}` }),
  passwordReset: () => ({ summary: 'Ha reimpostato la propria password' }),
  passwordChanged: () => ({ summary: 'Ha cambiato la propria password' }),
  nameChanged: ({ before, after }) => ({
    summary: 'Ha cambiato il proprio nome',
    changes: [{ label: 'Nome', before, after }],
  }),
  secondFactorSetUp: () => ({ summary: 'Ha attivato il secondo fattore' }),
  secondFactorRemoved: () => ({ summary: 'Ha tolto il secondo fattore' }),
  backupCodesRenewed: () => ({ summary: 'Ha rinnovato i codici di riserva' }),
  secondFactorDemanded: ({ email, demanded }) => ({
    summary: demanded
      ? `Ha reso obbligatorio il secondo fattore di ${email}`
      : `Ha reso facoltativo il secondo fattore di ${email}`,
  }),
  secondFactorCleared: ({ email }) => ({ summary: `Ha azzerato il secondo fattore di ${email}` }),
  sessionsRevoked: ({ count }) => ({ summary: `Ha chiuso ${plural(count, 'sessione', 'sessioni')}` }),
  personDisabled: ({ email }) => ({ summary: `Ha sospeso ${email}` }),
  personEnabled: ({ email }) => ({ summary: `Ha riammesso ${email}` }),
  roleGranted: given('Ha attribuito a'),
  roleDelegated: given('Ha delegato a'),
  roleRevoked: ({ email, role, place }) => ({
    summary: `Ha tolto a ${email} il ruolo «${roleWords(role)}» su ${placeWords(place)}`,
  }),
  administrationRegistered: ({ administration, name, kind }) => ({
    summary: `Ha registrato l’ente «${name}»`,
    facts: [
      ['Tipo', (kindLabel as Readonly<Record<string, string>>)[kind] ?? kind],
      ['Indirizzo', administration],
    ],
  }),
  associationFounded: ({ name, members }) => ({
    summary: `Ha costituito la gestione associata «${name}» con ${plural(members.length, 'ente', 'enti')}`,
    facts: [
      [
        'Enti',
        members.map(({ administration, joinedOn }) => `${administration} dal ${formatDate(joinedOn)}`).join('\n'),
      ],
    ],
  }),
  associationJoined: ({ association, administration, joinedOn }) => ({
    summary: `Ha fatto entrare ${administration} nella gestione associata ${association}, dal ${formatDate(joinedOn)}`,
  }),
  associationLeft: ({ association, administration, leftOn }) => ({
    summary: `Ha fatto uscire ${administration} dalla gestione associata ${association}, dal ${formatDate(leftOn)}`,
  }),
}

/** An event of the access journal, in words. */
export const accessWords = <Type extends AccessEvent['type']>(event: EventOf<AccessEvent, Type>): EventWords =>
  Object.hasOwn(wordsOf, event.type) ? wordsOf[event.type as Type](event) : { summary: event.type }

const refusals = {
  unknownPerson: 'nessuno ha questo indirizzo',
  wrongPassword: 'password sbagliata',
  noPassword: 'la persona non ha una password',
  disabled: 'la persona è sospesa',
  tooManyAttempts: 'troppi tentativi',
  wrongCode: 'codice sbagliato',
  spentCode: 'codice già usato',
  stepExpired: 'il secondo passo è scaduto',
  emailNotVerified: 'il fornitore non garantisce l’indirizzo',
  forgedAnswer: 'la risposta del fornitore non è autentica',
  refusedByProvider: 'rifiutato dal fornitore di identità',
} satisfies Record<SignInRefusal, string>

const refusalWords = (reason: SignInRefusal): string => refusals[reason] ?? reason

const linkWords = {
  invitation: 'di invito',
  firstAdministrator: 'del primo accesso',
  reset: 'per la password',
} as const
const linkReasons = { used: 'già usato', revoked: 'ritirato', expired: 'scaduto' } as const

const roleWords = (role: string): string => (role in roleTable ? roleTable[role as keyof typeof roleTable].label : role)

/** `administration:vallechiara` → `l’ente vallechiara`. */
function placeWords(place: string): string {
  const [kind, slug] = place.split(':')
  if (slug === undefined) return 'tutta la piattaforma'
  return kind === 'association' ? `la gestione associata ${slug}` : `l’ente ${slug}`
}
