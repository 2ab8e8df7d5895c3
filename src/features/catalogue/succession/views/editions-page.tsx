// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../../kernel/dates.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { cataloguePaths } from '../../addresses.ts'
import { editionName } from '../../line-words.ts'
import { editionsEntry } from '../../menu.ts'
import type { Edition } from '../../model.ts'
import { isOpen } from '../open-lines.ts'

/** The page of the editions of the national plan that are known, newest first. */
export function EditionsPage({ site, editions }: { readonly site: Site; readonly editions: readonly Edition[] }) {
  return (
    <Layout site={site} section={editionsEntry} title={editionsEntry.label} trail={[{ label: editionsEntry.label }]}>
      <div class="t-heading">
        <h1>{editionsEntry.label}</h1>
        <p class="lead">
          Un’edizione nuova si carica con il comando «timone catalogue import»: riprende da quella che segue ciò che
          AgID non ha cambiato. Il resto si scrive qui.
        </p>
      </div>
      <DataTable
        caption="Edizioni del piano nazionale"
        rows={editions}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: 'Edizione',
            wide: true,
            cell: ({ id }) => <a href={cataloguePaths.edition({ edition: id })}>{editionName(id)}</a>,
          },
          { heading: 'Segue', cell: ({ follows }) => (follows === undefined ? '–' : editionName(follows)) },
          { heading: 'Linee', align: 'end', cell: ({ lines }) => lines.length },
          { heading: 'Da scrivere o confermare', align: 'end', cell: ({ lines }) => lines.filter(isOpen).length },
          {
            heading: 'Testi di AgID',
            cell: ({ provenance }) =>
              provenance ? `Importati il ${formatDate(provenance.importedOn)}` : 'Non importati',
          },
        ]}
      />
    </Layout>
  )
}
