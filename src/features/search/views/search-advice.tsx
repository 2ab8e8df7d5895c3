// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HitGroup, SearchRequest } from '../model.ts'
import { searchAddress } from './address-words.ts'

type NothingFoundProps = {
  readonly request: SearchRequest
  /** True when the text has no word to search for. */
  readonly wordless: boolean
  /** Results of other kinds or bodies. */
  readonly elsewhere: readonly HitGroup[]
}

/** What to try when nothing was found. */
export function NothingFound({ request, wordless, elsewhere }: NothingFoundProps) {
  const filtered = request.kind !== undefined || request.body !== undefined
  const others = elsewhere.reduce((sum, { count }) => sum + count, 0)
  return (
    <div class="t-empty">
      <p>
        {wordless
          ? 'Il testo contiene solo articoli, preposizioni o segni: aggiungi almeno una parola che dica che cosa cerchi.'
          : 'Nessun risultato con tutte queste parole.'}
      </p>
      <ul>
        {filtered && (
          <li>
            <a href={searchAddress({ text: request.text, page: 1 }, [])}>Cerca le stesse parole dappertutto</a>
            {others > 0 && ` (${others} in altri elenchi)`}
          </li>
        )}
        <li>Prova con meno parole, o con una sola.</li>
        <li>Controlla come sono scritte: gli accenti e le maiuscole non contano, le lettere sì.</li>
        <li>Usa una parola intera: «pagamento» trova anche «pagamenti», «pagam» no.</li>
      </ul>
    </div>
  )
}

/** How to search. */
export const SearchHelp = () => (
  <section class="t-panel" aria-labelledby="come">
    <h2 id="come">Come si cerca</h2>
    <ul>
      <li>
        <strong>Una o più parole</strong>: si trova ciò che le contiene tutte, anche al plurale e in altre forme.
      </li>
      <li>
        <strong>«Fra virgolette»</strong>: le parole una dopo l’altra, in quest’ordine.
      </li>
      <li>
        <strong>-parola</strong>: senza quella parola.
      </li>
      <li>
        <strong>Un codice</strong>, come CAP1.PA.07: la linea del Piano nazionale e che cosa ne dicono i piani.
      </li>
    </ul>
    <p class="t-note">
      Si cerca nei piani che puoi leggere, nei piani pubblicati da tutti gli enti e nelle linee del Piano nazionale.
    </p>
  </section>
)
