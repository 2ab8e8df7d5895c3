// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../../../kernel/ids.ts'
import { plural } from '../../../../../kernel/text.ts'
import { Alert } from '../../../../../ui/alert.tsx'
import { DataTable } from '../../../../../ui/data-table.tsx'
import { TextDiff } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { type AdministrationPlan, linesTab, type PlanAddress, PlanFrame, type PlanSite } from '../../../plan/index.ts'
import type { AssessedChange } from '../assess-changes.ts'
import type { BulkChange } from '../bulk-change.ts'
import { rowId } from './row-update.tsx'

type BulkPageProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  readonly where: PlanAddress
  readonly changes: readonly AssessedChange[]
  readonly typed: BulkChange
  /** The list to come back to. */
  readonly list: string
  /** Codes of the lines that somebody else saved since the last look. */
  readonly stale?: readonly string[]
}

/** What an update of many lines would change, before it does. */
export function BulkPage({ site, plan, where, changes, typed, list, stale = [] }: BulkPageProps) {
  const wrong = changes.filter(({ problem }) => problem !== undefined)
  const ready = changes.filter(({ problem, fields }) => problem === undefined && fields.length > 0)
  const same = changes.filter(({ problem, fields }) => problem === undefined && fields.length === 0)
  const count = plural(ready.length, 'linea', 'linee')
  return (
    <PlanFrame site={site} plan={plan} tab={linesTab} title="Aggiorna insieme">
      {stale.length > 0 && (
        <Alert tone="warning">
          <h2>Niente è stato salvato</h2>
          <p>
            Nel frattempo altri hanno aggiornato {stale.join(', ')}: qui sotto c’è che cosa cambierebbe adesso.
            Controlla e conferma di nuovo.
          </p>
        </Alert>
      )}
      <h2>{ready.length === 0 ? 'Niente da cambiare' : `Cambiano ${count}`}</h2>
      {ready.length > 0 && (
        <DataTable
          caption={`Che cosa cambia: ${count}`}
          rows={ready}
          rowKey={({ code }) => code}
          columns={[
            { heading: 'Linea d’azione', wide: true, cell: (change) => <LineName change={change} where={where} /> },
            {
              heading: 'Da … a …',
              wide: true,
              cell: ({ fields }) => (
                <dl class="t-changes">
                  {fields.map(({ label, before, after }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>
                        <TextDiff before={before} after={after} />
                      </dd>
                    </div>
                  ))}
                </dl>
              ),
            },
          ]}
        />
      )}
      <LineList title="Non si possono aggiornare così, e restano come sono" changes={wrong} where={where} />
      <LineList title="Sono già così" changes={same} where={where} />
      <form action={planPaths.bulkUpdate(where)} method="post" class="t-after">
        <input type="hidden" name="list" value={list} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {ready.map(({ code, revision }) => (
          <input key={code} type="hidden" name={`linea-${code}`} value={revision} />
        ))}
        <div class="t-actions">
          {ready.length > 0 && (
            <button type="submit" name="azione" value="conferma" class="btn btn-primary">
              Conferma: aggiorna {count}
            </button>
          )}
          <a class="btn btn-outline-primary" href={listAddress(where, list)}>
            Torna all’elenco senza cambiare
          </a>
        </div>
      </form>
    </PlanFrame>
  )
}

/** The list that an update began from, at a line of it where one is given. */
export const listAddress = (
  where: PlanAddress,
  list: string,
  query: Record<string, string> = {},
  code?: ActionLineCode,
) =>
  planPaths.plan(where, { ...Object.fromEntries(new URLSearchParams(list)), ...query }) +
  (code ? `#${rowId(code)}` : '')

const LineName = ({ change: { code, title }, where }: { change: AssessedChange; where: PlanAddress }) => (
  <>
    <span class="t-code">{code}</span>
    <a class="t-row-title" href={planPaths.line({ ...where, code })}>
      {title}
    </a>
  </>
)

type LineListProps = {
  readonly title: string
  readonly changes: readonly AssessedChange[]
  readonly where: PlanAddress
}

function LineList({ title, changes, where }: LineListProps) {
  if (changes.length === 0) return null
  return (
    <section>
      <h2>
        {title} <span class="t-number">{changes.length}</span>
      </h2>
      <ul>
        {changes.map((change) => (
          <li key={change.code}>
            <LineName change={change} where={where} />
            {change.problem && <span class="t-reason">{change.problem}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
