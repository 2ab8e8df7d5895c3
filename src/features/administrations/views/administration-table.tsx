// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../kernel/money.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Completion } from '../../../ui/forms/completion.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { administrationPaths } from '../addresses.ts'
import { kindLabel } from '../model.ts'
import type { AdministrationSummary } from '../readers.ts'

type AdministrationTableProps = {
  readonly caption: string
  readonly administrations: readonly AdministrationSummary[]
}

/** A table of bodies, each with its newest plan and the plan's state. */
export function AdministrationTable({ caption, administrations }: AdministrationTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={administrations}
      rowKey={({ administration }) => administration.slug}
      columns={[
        { heading: 'Ente', wide: true, cell: Name },
        { heading: 'Abitanti', align: 'end', cell: ({ administration: { population } }) => numberOrDash(population) },
        { heading: 'Piano', cell: PlanLink },
        { heading: 'Linee completate', cell: Progress },
        { heading: 'In ritardo', cell: Late },
      ]}
    />
  )
}

const Name = ({ administration: { slug, name, kind, province } }: AdministrationSummary) => (
  <>
    <a class="t-row-title" href={administrationPaths.administration({ slug })}>
      {name}
    </a>
    <span class="t-note">{kind === 'municipality' ? province : kindLabel[kind]}</span>
  </>
)

const PlanLink = ({ administration: { name }, plan }: AdministrationSummary) =>
  plan ? (
    <>
      <a href={plan.address}>
        {plan.triennium}
        <span class="visually-hidden">: piano di {name}</span>
      </a>
      <span class="t-note">edizione {plan.edition}</span>
    </>
  ) : (
    <span class="t-note">Nessun piano</span>
  )

const Progress = ({ plan }: AdministrationSummary) =>
  plan ? <Completion done={plan.completed} total={plan.applicable} /> : '–'

function Late({ plan }: AdministrationSummary) {
  if (!plan) return '–'
  return (
    <>
      {plan.late > 0 && (
        <Tag tone="danger" icon="warning-circle" label={plan.late === 1 ? '1 linea' : `${plan.late} linee`} />
      )}
      {plan.toTell > 0 && <Tag tone="warning" icon="help-circle" label={`${plan.toTell} da indicare`} />}
      {plan.late + plan.toTell === 0 && <Tag tone="success" icon="check-circle" label="Nessuna" />}
    </>
  )
}

const numberOrDash = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value))
