// SPDX-License-Identifier: AGPL-3.0-or-later
import { Alert } from '../../../ui/alert.tsx'
import { importPaths } from '../addresses.ts'
import type { ReadingFailure } from '../review/model.ts'
import type { ImportParams } from './address-words.ts'

type ReadingPanelProps = { readonly where: ImportParams; readonly progress: string | undefined }

/** Shown while a file is being read. The page does not update by itself. */
export const ReadingPanel = ({ where, progress }: ReadingPanelProps) => (
  <section class="t-panel" aria-labelledby="lettura">
    <h2 id="lettura" class="h4">
      Lettura in corso
    </h2>
    <p>
      <output>{progress ?? 'Il file è stato ricevuto; la lettura comincia appena possibile.'}</output>
    </p>
    <p>Si può chiudere la pagina e tornare più tardi: la lettura va avanti da sola.</p>
    <a class="btn btn-primary" href={importPaths.import(where)}>
      Aggiorna
    </a>
  </section>
)

type FailedPanelProps = { readonly where: ImportParams; readonly failure: ReadingFailure | undefined }

/** Shown for a file that could not be read: what is wrong and what to do. */
export const FailedPanel = ({ where, failure = interrupted }: FailedPanelProps) => (
  <section class="t-panel" aria-labelledby="errore-lettura">
    <h2 id="errore-lettura" class="h4">
      Il file non è stato letto
    </h2>
    <p>{failure.message}</p>
    {failure.problems.length > 0 && (
      <Alert tone="danger">
        <ul>
          {failure.problems.map(({ place, message, remedy }) => (
            <li key={`${place} ${message}`}>
              <strong>{place}</strong>: {message}
              {remedy && <>; {remedy}</>}
            </li>
          ))}
        </ul>
      </Alert>
    )}
    <p>Nulla è stato scritto nel piano.</p>
    <div class="t-actions">
      <a class="btn btn-primary" href={importPaths.imports({ slug: where.slug })}>
        Carica un altro file
      </a>
      <form action={importPaths.importReading(where)} method="post">
        <button type="submit" class="btn btn-outline-primary">
          Rileggi questo
        </button>
      </form>
      <PutAwayForm where={where} />
    </div>
  </section>
)

const interrupted: ReadingFailure = { message: 'La lettura si è interrotta prima della fine.', problems: [] }

/** The button to discard an import. */
export const PutAwayForm = ({ where }: { where: ImportParams }) => (
  <form action={importPaths.importDiscarded(where)} method="post">
    <button type="submit" class="btn btn-outline-danger">
      Metti da parte il file
    </button>
  </form>
)

/** Shown for a discarded import. */
export const PutAwayPanel = ({ where }: { where: ImportParams }) => (
  <section class="t-panel" aria-labelledby="messa-da-parte">
    <h2 id="messa-da-parte" class="h4">
      Importazione messa da parte
    </h2>
    <p>Il file non è più conservato. Ciò che era già stato accettato resta nel piano.</p>
    <a class="btn btn-primary" href={importPaths.imports({ slug: where.slug })}>
      Torna alle importazioni
    </a>
  </section>
)
