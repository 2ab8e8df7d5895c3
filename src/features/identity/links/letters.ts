// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Letter } from '../../../platform/mail/mail.ts'
import type { Person } from '../model.ts'

/** The letter with an invitation. */
export const invitationLetter = ({ name, email }: Person, inviter: string, link: string): Letter => ({
  to: email,
  subject: 'Invito a Timone',
  text: `Buongiorno ${name},

${inviter} ti invita a lavorare al Piano triennale per l’informatica con Timone.

Per scegliere la password ed entrare apri questo collegamento:

${link}

Vale 7 giorni e funziona una volta sola. Se è scaduto, chiedine un altro a chi ti ha invitato.
Se non aspettavi questo invito, ignora il messaggio: senza quel collegamento nessuno entra a tuo nome.
`,
})

/** The letter with the link to a new password. */
export const resetLetter = ({ name, email }: Person, link: string): Letter => ({
  to: email,
  subject: 'Nuova password per Timone',
  text: `Buongiorno ${name},

qualcuno ha chiesto una nuova password per il tuo accesso a Timone. Per sceglierla apri questo collegamento:

${link}

Vale 2 ore e funziona una volta sola.
Se non sei stato tu, ignora il messaggio: la password resta quella che hai.
`,
})

/** The letter that tells a person that their password was changed. */
export const passwordChangedLetter = ({ name, email }: Person): Letter => ({
  to: email,
  subject: 'La password di Timone è cambiata',
  text: `Buongiorno ${name},

la password del tuo accesso a Timone è stata cambiata.
Se non sei stato tu, chiedi subito una nuova password dalla pagina di accesso e avvisa chi amministra Timone.
`,
})
