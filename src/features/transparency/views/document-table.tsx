// SPDX-License-Identifier: AGPL-3.0-or-later
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { formats, formatWords } from '../../documents/index.ts'
import { transparencyPaths } from '../addresses.ts'
import type { PublishedDocument, PublishedVersion } from '../model.ts'
import { formatSize, lengthWords } from '../words.ts'

type DocumentTableProps = { readonly version: PublishedVersion; readonly documents: readonly PublishedDocument[] }

/**
 * The documents of a version, in the usual order of formats, with the hashes that prove that they are the approved
 * ones.
 */
export function DocumentTable({ version, documents }: DocumentTableProps) {
  const { publisher, triennium, number } = version
  const { slug } = publisher
  return (
    <section aria-labelledby="documenti">
      <h2 id="documenti">Documenti e dati aperti</h2>
      {documents.length === 0 ? (
        <p class="t-empty">Questa versione non ha documenti: i suoi dati sono qui sotto.</p>
      ) : (
        <DataTable
          caption="Documenti della versione approvata"
          rows={documents.toSorted((a, b) => rank(a) - rank(b))}
          rowKey={({ format, layout }) => `${format} ${layout}`}
          columns={[
            {
              heading: 'Documento',
              cell: ({ format, layout }) => (
                <a
                  class="t-row-title"
                  href={transparencyPaths.publishedDocument(
                    { slug, triennium, number: String(number), format },
                    { layout },
                  )}
                  download
                >
                  <Icon name="download" size="xs" /> {nameOf(format)}
                  {layoutWords(format, layout, documents)}
                </a>
              ),
            },
            { heading: 'Dimensione', align: 'end', cell: ({ size }) => formatSize(size) },
            { heading: 'Lunghezza', cell: (document) => lengthWords(document) ?? '–' },
            { heading: 'Impronta (SHA-256)', wide: true, cell: ({ sha256 }) => <code class="t-hash">{sha256}</code> },
          ]}
        />
      )}
      <p class="t-note">
        I documenti sono quelli prodotti all’approvazione, e non cambiano più: l’impronta permette di verificarlo. I
        formati sono aperti, e il riutilizzo è libero (d.lgs. 33/2013, art. 7). Per i programmi, i dati della versione
        in vigore sono sempre a{' '}
        <a href={transparencyPaths.publishedData({ slug, triennium })}>questo indirizzo, in JSON</a>.
      </p>
    </section>
  )
}

const known = (format: string) => formats.find((one) => one === format)

const rank = ({ format }: PublishedDocument): number => {
  const index = formats.map(String).indexOf(format)
  return index < 0 ? formats.length : index
}

function nameOf(format: string): string {
  const name = known(format)
  return name ? formatWords[name].name : format.toUpperCase()
}

/** The layout in words, when a format has both layouts. */
function layoutWords(format: string, layout: string, documents: readonly PublishedDocument[]): string {
  if (documents.filter((other) => other.format === format).length < 2) return ''
  return layout === 'tables' ? ', a tabelle' : ', a schede'
}
