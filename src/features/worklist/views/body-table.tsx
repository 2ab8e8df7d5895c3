// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatNumber } from '../../../kernel/money.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { WorkKind } from '../../administrations/index.ts'
import type { BodyCount } from '../summarise.ts'
import { worklistAddress } from './address-words.ts'

type BodyTableProps = {
  readonly counts: readonly BodyCount[]
  /** The kinds that have a column. */
  readonly kinds: readonly WorkKind[]
}

/** The amount of work in each body, for people who follow many. */
export const BodyTable = ({ counts, kinds }: BodyTableProps) => (
  <section aria-labelledby="per-ente">
    <h2 id="per-ente">Ente per ente</h2>
    <DataTable
      caption="Quanto c’è da fare, ente per ente"
      rows={counts}
      rowKey={({ body }) => body.slug}
      columns={[
        {
          heading: 'Ente',
          wide: true,
          cell: ({ body }) => (
            <a class="t-row-title" href={worklistAddress({ body: body.slug })}>
              {body.name}
            </a>
          ),
        },
        ...kinds.map((kind, index) => ({
          heading: `${kind.count.charAt(0).toUpperCase()}${kind.count.slice(1)}`,
          align: 'end' as const,
          cell: ({ tallies }: BodyCount) => formatNumber(tallies[index]?.count ?? 0),
        })),
        { heading: 'In tutto', align: 'end', cell: ({ total }) => formatNumber(total) },
      ]}
    />
  </section>
)
