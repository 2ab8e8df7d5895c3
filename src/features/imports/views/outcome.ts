// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was just done, as a parameter of the next page's address. */
export const outcomes = ['accettate', 'scartata', 'corretta', 'aperte'] as const

/** What was just done, shown once at the top of the page. */
export type Outcome = { readonly done: (typeof outcomes)[number]; readonly count: number }

/** The same in words, also for the title of the browser's tab. */
export function outcomeWords({ done, count }: Outcome): string {
  const one = count === 1
  switch (done) {
    case 'accettate':
      if (count === 0) return 'Nessuna proposta accettata: erano già state decise.'
      return one ? 'Una proposta accettata: ora è nel piano.' : `${count} proposte accettate: ora sono nel piano.`
    case 'scartata':
      return 'Una proposta scartata.'
    case 'corretta':
      return 'Correzione salvata: la proposta aspetta di essere accettata.'
    case 'aperte':
      if (count === 0)
        return 'Nessuna importazione aperta: gli enti del foglio in cui puoi importare hanno già questo file.'
      return one ? 'Aperta l’importazione di un altro ente.' : `Aperte le importazioni di ${count} altri enti.`
  }
}
