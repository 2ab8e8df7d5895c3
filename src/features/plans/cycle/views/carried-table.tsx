// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../../kernel/ids.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { formatTiming, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { excerpt, StatusTag } from '../../plan/index.ts'
import type { CarriedLine, CarriedPlan } from '../readers.ts'
import { type CarriedQuery, changeLook, changesOf } from './carried-words.ts'
import { FilterFields } from './filter-fields.tsx'

type Where = { readonly slug: Slug; readonly triennium: Triennium }

type CarriedTableProps = {
  readonly where: Where
  readonly from: CarriedPlan['from']
  readonly lines: readonly CarriedLine[]
  readonly query: CarriedQuery
  readonly writes: boolean
}

/** The lines of both editions, one a row: what became of each, what the plan says of it, and what to do. */
export const CarriedTable = ({ where, from, lines, query, writes }: CarriedTableProps) => (
  <DataTable
    caption="Le linee, con che cosa ne è stato da un’edizione all’altra"
    columns={[
      { heading: 'Linea', cell: (one) => <LineName where={where} from={from} one={one} />, wide: true },
      { heading: 'Che cosa è cambiato', cell: (one) => <Changes one={one} /> },
      { heading: 'Che cosa dice il piano', cell: (one) => <Said one={one} />, wide: true },
      { heading: 'Che cosa fare', cell: (one) => <Todo where={where} one={one} query={query} writes={writes} /> },
    ]}
    rows={lines}
    rowKey={({ traced }) => `${traced.kind} ${traced.code}`}
  />
)

function LineName({ where, from, one }: { where: Where; from: CarriedPlan['from']; one: CarriedLine }) {
  const { traced, line, former } = one
  const known = line ?? former
  const title = known ? titleOf(known) : traced.code
  const elsewhere = from.triennium !== where.triennium
  return (
    <>
      <span class="t-code">{traced.code}</span>
      {line ? (
        <a class="t-row-title" href={planPaths.line({ ...where, code: traced.code })}>
          {title}
        </a>
      ) : elsewhere && one.kept ? (
        <a class="t-row-title" href={planPaths.line({ ...where, triennium: from.triennium, code: traced.code })}>
          {title}
        </a>
      ) : (
        <span class="t-row-title">{title}</span>
      )}
      {traced.kind === 'continued' && <span class="t-note">Da {traced.from.map((link) => link.from).join(', ')}</span>}
    </>
  )
}

function Changes({ one }: { one: CarriedLine }) {
  const { traced, line, former } = one
  const changes = changesOf(one)
  const reason =
    traced.kind === 'retired' ? traced.lineage?.reason : traced.kind === 'continued' && traced.from[0]?.reason
  return (
    <>
      {changes.map((change) => {
        const [tone, icon, label] = changeLook[change]
        return <Tag key={change} tone={tone} icon={icon} label={label} />
      })}
      {changes.includes('redated') && line && former && (
        <span class="t-note">
          {formatTiming(former.timing)} → {formatTiming(line.timing)}
        </span>
      )}
      {reason && <span class="t-note">{reason}</span>}
    </>
  )
}

function Said({ one: { kept, traced, line } }: { one: CarriedLine }) {
  if (!kept)
    return <span class="t-note">{traced.kind === 'retired' ? 'Non era stato scritto niente.' : 'Niente.'}</span>
  const { entry, toReview } = kept
  return (
    <>
      <div class="t-tags">
        {entry.status && <StatusTag status={entry.status} />}
        {line && toReview && <Tag tone="warning" icon="refresh" label="Da rivedere" />}
      </div>
      {entry.statusLabel && <span class="t-note">«{entry.statusLabel}»</span>}
      {entry.activity && <div>{excerpt(entry.activity, 160)}</div>}
      {traced.kind === 'retired' && entry.activity && (
        <details class="t-details">
          <summary>Il testo intero</summary>
          <p class="t-printed">{entry.activity}</p>
        </details>
      )}
    </>
  )
}

type TodoProps = {
  readonly where: Where
  readonly one: CarriedLine
  readonly query: CarriedQuery
  readonly writes: boolean
}

function Todo({ where, one: { traced, line, kept }, query, writes }: TodoProps) {
  if (!line) return <span class="t-note">Niente: la linea non c’è più.</span>
  if (!writes) return <span class="t-note">{kept?.toReview ? 'Da rivedere' : '–'}</span>
  const { code } = traced
  return (
    <>
      <a href={planPaths.entryForm({ ...where, code })}>
        {kept ? 'Modifica' : 'Scrivi'}
        <span class="visually-hidden"> la scheda {code}</span>
      </a>
      {kept?.toReview && (
        <form action={planPaths.carried(where)} method="post">
          <FilterFields query={query} />
          <input type="hidden" name="scheda" value={code} />
          <button type="submit" class="btn btn-outline-primary btn-sm">
            Va bene così<span class="visually-hidden"> la scheda {code}</span>
          </button>
        </form>
      )}
    </>
  )
}
