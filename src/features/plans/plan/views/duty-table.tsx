// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { type BindingDuty, DutySources, formatDutyTiming } from '../../../catalogue/index.ts'

/** What the law asks of the body beside the plan; nothing where it asks nothing. */
export const DutyTable = ({ duties }: { readonly duties: readonly BindingDuty[] }) =>
  duties.length > 0 ? (
    <section aria-labelledby="adempimenti">
      <h2 id="adempimenti">
        Adempimenti di legge <span class="t-number">{duties.length}</span>
      </h2>
      <DataTable
        caption={`Adempimenti di legge: ${plural(duties.length, 'adempimento', 'adempimenti')}`}
        rows={duties}
        rowKey={({ duty }) => duty.code}
        columns={[
          {
            heading: 'Adempimento',
            wide: true,
            cell: ({ duty, applicability: { verdict, reason } }) => (
              <>
                <strong>{duty.title}</strong>
                <span class="t-reason">{duty.summary}</span>
                {verdict !== 'applies' && <span class="t-reason">Da verificare. {reason}</span>}
              </>
            ),
          },
          { heading: 'Quando', cell: ({ duty }) => formatDutyTiming(duty.when) },
          { heading: 'Fonte', cell: ({ duty }) => <DutySources duty={duty} /> },
        ]}
      />
    </section>
  ) : null
