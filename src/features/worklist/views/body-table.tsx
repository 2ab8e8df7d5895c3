// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../kernel/money.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { BodyCount } from '../summarise.ts'
import { worklistAddress } from './address-words.ts'

/** The amount of work in each body, for people who follow many. */
export const BodyTable = ({ counts }: { counts: readonly BodyCount[] }) => (
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
        { heading: 'In ritardo', align: 'end', cell: ({ late }) => formatNumber(late) },
        { heading: 'Da indicare', align: 'end', cell: ({ toTell }) => formatNumber(toTell) },
        { heading: 'In scadenza', align: 'end', cell: ({ due }) => formatNumber(due) },
        { heading: 'In tutto', align: 'end', cell: ({ total }) => formatNumber(total) },
      ]}
    />
  </section>
)
