// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatExactMoment } from '../../../kernel/dates.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import type { EventWords, NumberedLine, StoredEvent } from '../../audit/index.ts'
import type { JournalAddress } from '../query.ts'

type LineListProps = {
  readonly lines: readonly NumberedLine[]
  readonly words: (event: StoredEvent) => EventWords
  readonly address: JournalAddress
  /** The addresses of all lines, of the newest results, of the older results, and of the file. */
  readonly all: string
  readonly newest: string
  readonly older: string | undefined
  readonly file: string
}

/** The results, newest first, and links to the others. */
export function LineList({ lines, words, address, all, newest, older, file }: LineListProps) {
  const [first] = lines
  const isFiltered = Object.values(address).some((value) => value !== undefined)
  return (
    <section class="t-journal" aria-labelledby="righe">
      <h2 id="righe">Righe del registro</h2>
      {first ? (
        <DataTable
          caption="Righe del registro, dalla più recente"
          rows={lines}
          rowKey={({ sequence }) => String(sequence)}
          columns={[
            { heading: 'Quando', cell: ({ at }) => <time dateTime={at.toISOString()}>{formatExactMoment(at)}</time> },
            { heading: 'Chi', cell: ({ actor }) => actor },
            { heading: 'Che cosa', wide: true, cell: (line) => <Told {...line} words={words(line.event)} /> },
          ]}
        />
      ) : (
        <p class="t-empty">
          {isFiltered ? (
            <>
              Nessuna riga corrisponde. <a href={all}>Vedi tutte le righe</a>
            </>
          ) : (
            'Il registro non ha ancora righe.'
          )}
        </p>
      )}
      <nav class="t-pagination" aria-label="Altre righe e file">
        <ul class="t-links">
          {address.prima !== undefined && (
            <li>
              <a href={newest}>Righe più recenti</a>
            </li>
          )}
          {older && (
            <li>
              <a href={older} rel="next">
                Righe più vecchie
              </a>
            </li>
          )}
          {first && (
            <li>
              <a href={file}>Scarica queste righe in CSV</a> <span class="t-note">al più 20.000</span>
            </li>
          )}
        </ul>
      </nav>
    </section>
  )
}

/** A line in words, and below it the values before and after. */
function Told({ sequence, hash, words }: { sequence: number; hash: string; words: EventWords }) {
  const { summary, changes = [], facts = [] } = words
  return (
    <>
      <span class="t-told">{summary}</span>
      <details class="t-details">
        <summary>Dettagli della riga {sequence}</summary>
        {changes.map(({ label, before, after }) => (
          <div key={label} class="t-change">
            <p class="t-change-field">{label}</p>
            <div>
              <p class="t-note">Prima</p>
              <p class="t-change-value">{before}</p>
            </div>
            <div>
              <p class="t-note">Dopo</p>
              <p class="t-change-value">{after}</p>
            </div>
          </div>
        ))}
        <DescriptionList
          facts={[
            ...facts.map(([name, value]) => [name, value && <span class="t-change-value">{value}</span>] as const),
            ['Impronta della riga', <code class="t-hash">{hash}</code>],
          ]}
        />
      </details>
    </>
  )
}
