// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../../kernel/money.ts'
import { plural } from '../../../../kernel/text.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { planPaths } from '../../addresses.ts'
import type { PlanAddress } from '../../plan/index.ts'
import type { VersionDocument } from '../model.ts'

type VersionDocumentsProps = {
  readonly number: number
  readonly documents: readonly VersionDocument[]
  readonly where: PlanAddress
}

/** The documents of a version, as they were stored, each with its hash. */
export function VersionDocuments({ number, documents, where }: VersionDocumentsProps) {
  return (
    <details class="t-details">
      <summary>
        {plural(documents.length, 'documento', 'documenti')} della versione {number}
      </summary>
      <DataTable
        caption={`Documenti della versione ${number}`}
        rows={documents}
        rowKey={({ filename }) => filename}
        columns={[
          {
            heading: 'Documento',
            wide: true,
            cell: (document) => (
              <a
                href={planPaths.versionDocument(
                  { ...where, number: String(number), format: document.format },
                  { layout: document.layout === 'fiches' ? undefined : document.layout },
                )}
                download
              >
                {documentWords(document)} <span class="visually-hidden">della versione {number}</span>
              </a>
            ),
          },
          { heading: 'Contenuto', cell: lengthWords },
          { heading: 'Dimensione', align: 'end', cell: ({ size }) => `${formatNumber(Math.ceil(size / 1024))} kB` },
          { heading: 'SHA-256', wide: true, cell: ({ sha256 }) => <code class="t-hash">{sha256}</code> },
        ]}
      />
    </details>
  )
}

const documentWords = ({ format, layout }: VersionDocument): string =>
  `${format.toUpperCase()}${layout === 'tables' ? ' a tabelle' : ''}`

function lengthWords({ format, pages, rows }: VersionDocument): string {
  if (pages !== undefined) return plural(pages, 'pagina', 'pagine')
  if (rows === undefined) return '–'
  return format === 'ics' ? plural(rows, 'scadenza', 'scadenze') : plural(rows, 'riga', 'righe')
}
