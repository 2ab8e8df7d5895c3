// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Filters, SearchField } from '../../../../ui/filters.tsx'
import { administrationPaths } from '../../addresses.ts'
import { kindLabel, type Municipality } from '../../model.ts'
import type { IndexedBody } from '../registry/indexed-bodies.ts'

type Shown = { readonly body: IndexedBody; readonly seat: Municipality | undefined }

/** The bodies of IPA's list that were found. */
export type IndexedFound = {
  readonly asked: string
  readonly shown: readonly Shown[]
  readonly total: number
  /** Whether a list of IPA was imported. */
  readonly imported: boolean
}

/** The search among the bodies of IPA's list, and what it found. */
export const IndexedSearch = ({ found }: { readonly found: IndexedFound | undefined }) => (
  <>
    <Filters
      label="Cerca un ente nell’indice IPA"
      action={administrationPaths.administrationNew({})}
      active={found !== undefined}
      submit="Cerca l’ente"
    >
      <SearchField name="ente" label="Denominazione o codice dell’ente" value={found?.asked} />
    </Filters>
    {found && <Found {...found} />}
  </>
)

function Found({ asked, shown, total, imported }: IndexedFound) {
  if (total === 0) {
    return (
      <p class="t-empty">
        {imported
          ? `Nessun ente dell’indice IPA corrisponde a «${asked}». Provare con meno parole, o registrarlo a mano qui sotto.`
          : 'L’elenco degli enti di IPA non è ancora stato importato: chi gestisce il server può farlo con '}
        {!imported && (
          <>
            <code>timone registry import</code>. Intanto l’ente si registra a mano qui sotto.
          </>
        )}
      </p>
    )
  }
  return (
    <>
      <p>
        {plural(total, 'ente trovato', 'enti trovati')}
        {shown.length < total && `; ecco i primi ${shown.length}: per gli altri scrivere di più`}.
      </p>
      <DataTable
        caption="Enti trovati nell’indice IPA"
        rows={shown}
        rowKey={({ body }) => body.ipaCode}
        columns={[
          { heading: 'Ente', wide: true, cell: ({ body }) => body.name },
          { heading: 'Tipo', cell: ({ body }) => kindLabel[body.kind] },
          { heading: 'Sede', cell: ({ seat }) => (seat ? `${seat.name} (${seat.province})` : '–') },
          { heading: 'Registrazione', cell: Registration },
        ]}
      />
    </>
  )
}

const Registration = ({ body, seat }: Shown) => (
  <form action={administrationPaths.administrationRegistered({})} method="post">
    <input type="hidden" name="nome" value={body.name} />
    <input type="hidden" name="tipo" value={body.kind} />
    <input type="hidden" name="ipa" value={body.ipaCode} />
    {seat && <input type="hidden" name="provincia" value={seat.provinceName} />}
    {seat && <input type="hidden" name="regione" value={seat.region} />}
    <button type="submit" class="btn btn-outline-primary btn-sm">
      Registra<span class="visually-hidden"> {body.name}</span>
    </button>
  </form>
)
