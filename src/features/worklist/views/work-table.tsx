// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { WorkItem } from '../model.ts'
import { addressOf, subjectOf, whyOf } from '../work-words.ts'

type WorkTableProps = {
  readonly caption: string
  readonly items: readonly WorkItem[]
  /** True when the person works for one body only: it need not be repeated on every row. */
  readonly oneBody: boolean
  readonly today: IsoDate
}

/** A table of items, each with a link to the place where it is done. */
export function WorkTable({ caption, items, oneBody, today }: WorkTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={(item) => `${addressOf(item)} ${item.work.kind}`}
      columns={[
        { heading: 'Che cosa', wide: true, cell: (item) => <Subject {...item} /> },
        ...(oneBody ? [] : [{ heading: 'Ente', cell: ({ body }: WorkItem) => body.name }]),
        { heading: 'Perché', wide: true, cell: ({ work }) => whyOf(work, today) },
        {
          heading: 'Data',
          cell: ({ work }) =>
            'date' in work && work.date ? <time dateTime={work.date}>{formatDate(work.date)}</time> : '–',
        },
      ]}
    />
  )
}

function Subject(item: WorkItem) {
  const { code, name } = subjectOf(item.work)
  const { triennium } = item.work
  return (
    <>
      {code && <span class="t-code">{code}</span>}
      <a class="t-row-title" href={addressOf(item)}>
        {name}
      </a>
      {(code || item.work.kind === 'drafts') && <span class="t-note">Piano {triennium}</span>}
    </>
  )
}
