// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { WorkItem } from '../model.ts'

type WorkTableProps = {
  readonly caption: string
  readonly items: readonly WorkItem[]
  /** True when the person works for one body only: it need not be repeated on every row. */
  readonly oneBody: boolean
}

/** A table of items, each with a link to the place where it is done. */
export function WorkTable({ caption, items, oneBody }: WorkTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={(item) => `${item.work.address} ${item.work.kind.count}`}
      columns={[
        { heading: 'Che cosa', wide: true, cell: (item) => <Subject {...item} /> },
        ...(oneBody ? [] : [{ heading: 'Ente', cell: ({ body }: WorkItem) => body.name }]),
        { heading: 'Perché', wide: true, cell: ({ work }) => work.why },
        {
          heading: 'Data',
          cell: ({ work }) => (work.date ? <time dateTime={work.date}>{formatDate(work.date)}</time> : '–'),
        },
      ]}
    />
  )
}

function Subject({ work: { code, name, note, address } }: WorkItem) {
  return (
    <>
      {code && <span class="t-code">{code}</span>}
      <a class="t-row-title" href={address}>
        {name}
      </a>
      {note && <span class="t-note">{note}</span>}
    </>
  )
}
