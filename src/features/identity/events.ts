// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'
import { plural } from '../../kernel/text.ts'
import { declareAccessEvents, type NothingElse } from '../audit/index.ts'

/** The person an event is about, when somebody else did it. */
type Subject = { readonly person: PersonId; readonly email: string }

/** What the access journal tells about accounts. */
type IdentityEvents = {
  readonly signedIn: {
    readonly email: string
    readonly method: 'password' | 'provider'
    /** The second factor that Timone asked for. A provider's own is not known. */
    readonly secondFactor?: 'code' | 'backupCode'
    /** The network address that it came from. */
    readonly from: string
  }
  readonly signInRefused: {
    readonly reason: SignInRefusal
    /** As typed, or as the provider said it; absent where nothing was. */
    readonly email?: string
    readonly from: string
  }
  readonly signedOut: NothingElse
  /** A person got an account, or a new link to one that they have not used yet. */
  readonly personInvited: Subject & { readonly name: string; readonly mailed: boolean }
  readonly invitationAccepted: { readonly email: string; readonly by: 'password' | 'provider' }
  readonly firstAdministratorRegistered: { readonly email: string }
  /** Somebody opened a link that never worked or has stopped working. */
  readonly linkRefused: {
    readonly purpose: keyof typeof linkWords
    readonly reason: keyof typeof linkReasons
    readonly from: string
  }
  readonly resetRequested: { readonly email: string; readonly known: boolean; readonly from: string }
  readonly resetLinkMade: Subject
  readonly passwordReset: NothingElse
  readonly passwordChanged: NothingElse
  readonly nameChanged: { readonly before: string; readonly after: string }
  readonly secondFactorSetUp: NothingElse
  readonly secondFactorRemoved: NothingElse
  readonly backupCodesRenewed: NothingElse
  readonly secondFactorDemanded: Subject & { readonly demanded: boolean }
  readonly secondFactorCleared: Subject
  readonly sessionsRevoked: { readonly count: number }
  readonly personDisabled: Subject
  readonly personEnabled: Subject
}

/** Why the sign-in failed. The person is told less. */
export type SignInRefusal = keyof typeof refusals

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
} as const

const linkWords = {
  invitation: 'di invito',
  firstAdministrator: 'del primo accesso',
  reset: 'per la password',
} as const
const linkReasons = { used: 'già usato', revoked: 'ritirato', expired: 'scaduto' } as const

/** The events that identity records, with their words. */
export const identityEvents = declareAccessEvents<IdentityEvents>({
  signedIn: {
    label: 'Accessi',
    words: ({ email, method, secondFactor, from }) => ({
      summary: `È entrato come ${email}, ${method === 'password' ? 'con la password' : 'dal fornitore di identità'}${secondFactor ? `${method === 'password' ? ' e' : ','} ${secondFactor === 'code' ? 'con il codice' : 'con un codice di riserva'}` : ''}`,
      facts: [['Indirizzo di rete', from]],
    }),
  },
  signInRefused: {
    label: 'Accessi rifiutati',
    words: ({ reason, email, from }) => ({
      summary: `Accesso rifiutato${email ? ` a ${email}` : ''}: ${refusals[reason] ?? reason}`,
      facts: [['Indirizzo di rete', from]],
    }),
  },
  signedOut: { label: 'Uscite', words: () => ({ summary: 'È uscito' }) },
  personInvited: {
    label: 'Inviti',
    words: ({ name, email, mailed }) => ({
      summary: `Ha invitato ${name} (${email}), ${mailed ? 'per posta elettronica' : 'con un collegamento da consegnare'}`,
    }),
  },
  invitationAccepted: {
    label: 'Inviti accettati',
    words: ({ email, by }) => ({
      summary: `Ha accettato l’invito come ${email}, ${by === 'password' ? 'scegliendo una password' : 'dal fornitore di identità'}`,
    }),
  },
  firstAdministratorRegistered: {
    label: 'Primo amministratore',
    words: ({ email }) => ({ summary: `Si è registrato come primo amministratore: ${email}` }),
  },
  linkRefused: {
    label: 'Collegamenti rifiutati',
    words: ({ purpose, reason, from }) => ({
      summary: `Collegamento ${linkWords[purpose]} rifiutato: ${linkReasons[reason]}`,
      facts: [['Indirizzo di rete', from]],
    }),
  },
  resetRequested: {
    label: 'Richieste di nuova password',
    words: ({ email, known, from }) => ({
      summary: `Nuova password chiesta per ${email}${known ? '' : ', che non è di nessuno'}`,
      facts: [['Indirizzo di rete', from]],
    }),
  },
  resetLinkMade: {
    label: 'Collegamenti per la password',
    words: ({ email }) => ({ summary: `Ha preparato un collegamento per la nuova password di ${email}` }),
  },
  passwordReset: { label: 'Password reimpostate', words: () => ({ summary: 'Ha reimpostato la propria password' }) },
  passwordChanged: { label: 'Password cambiate', words: () => ({ summary: 'Ha cambiato la propria password' }) },
  nameChanged: {
    label: 'Nomi cambiati',
    words: ({ before, after }) => ({
      summary: 'Ha cambiato il proprio nome',
      changes: [{ label: 'Nome', before, after }],
    }),
  },
  secondFactorSetUp: {
    label: 'Secondo fattore attivato',
    words: () => ({ summary: 'Ha attivato il secondo fattore' }),
  },
  secondFactorRemoved: { label: 'Secondo fattore tolto', words: () => ({ summary: 'Ha tolto il secondo fattore' }) },
  backupCodesRenewed: {
    label: 'Codici di riserva rinnovati',
    words: () => ({ summary: 'Ha rinnovato i codici di riserva' }),
  },
  secondFactorDemanded: {
    label: 'Secondo fattore richiesto',
    words: ({ email, demanded }) => ({
      summary: `Ha reso ${demanded ? 'obbligatorio' : 'facoltativo'} il secondo fattore di ${email}`,
    }),
  },
  secondFactorCleared: {
    label: 'Secondo fattore azzerato',
    words: ({ email }) => ({ summary: `Ha azzerato il secondo fattore di ${email}` }),
  },
  sessionsRevoked: {
    label: 'Sessioni chiuse',
    words: ({ count }) => ({ summary: `Ha chiuso ${plural(count, 'sessione', 'sessioni')}` }),
  },
  personDisabled: { label: 'Persone sospese', words: ({ email }) => ({ summary: `Ha sospeso ${email}` }) },
  personEnabled: { label: 'Persone riammesse', words: ({ email }) => ({ summary: `Ha riammesso ${email}` }) },
})
