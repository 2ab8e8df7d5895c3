// SPDX-License-Identifier: AGPL-3.0-or-later
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import type { Assessment } from '../review/assess-proposals.ts'
import type { FieldChange } from '../review/compare-proposal.ts'
import { type Field, shownValue } from '../review/fields.ts'
import { kinds } from '../review/kinds.ts'

/** What a proposal would write: when it changes a record, both versions side by side; otherwise the record. */
export function RecordView({ assessment }: { assessment: Assessment }) {
  const { difference, changes, result, proposal, subject } = assessment
  const { fields } = kinds[proposal.kind]
  if (difference === 'changed' && proposal.decision === 'pending') {
    return (
      <div>
        <p class="t-side-title">Che cosa cambia</p>
        <DataTable
          caption={`Che cosa cambia in ${subject}`}
          rows={changes}
          rowKey={({ field }) => field.name}
          columns={[
            { heading: 'Campo', cell: ({ field }: FieldChange) => field.label },
            { heading: 'Nel piano', wide: true, cell: ({ field, stored }) => <Value field={field} value={stored} /> },
            {
              heading: 'Proposto',
              wide: true,
              cell: ({ field, stored, proposed, removal }) =>
                removal ? (
                  <>
                    <strong>verrebbe tolto:</strong> <del class="t-printed">{shownValue(field, stored)}</del>
                  </>
                ) : (
                  <Value field={field} value={proposed} />
                ),
            },
          ]}
        />
      </div>
    )
  }
  return (
    <div>
      <p class="t-side-title">Che cosa entra nel piano</p>
      <DescriptionList
        facts={fields
          .filter(({ name }) => result[name] !== undefined && name !== 'code')
          .map((field) => [field.label, <Value field={field} value={result[field.name]} />])}
      />
    </div>
  )
}

/** A value with its line breaks. */
const Value = ({ field, value }: { field: Field; value: unknown }) =>
  value === undefined || value === null ? (
    <span class="t-note">niente</span>
  ) : (
    <span class="t-printed">{shownValue(field, value)}</span>
  )
