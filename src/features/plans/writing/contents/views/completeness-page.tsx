// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../../../kernel/ids.ts'
import { Alert } from '../../../../../ui/alert.tsx'
import { KeyFigures } from '../../../../../ui/key-figures.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { recordName, recordPage } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { type AdministrationPlan, type Missing, PlanFrame, type PlanSite, planActions } from '../../../plan/index.ts'
import { contentsTab } from '../../menu.ts'

type CompletenessPageProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  readonly missing: readonly Missing[]
}

/** What a plan lacks, what is necessary first, each thing a link to where it is written. */
export function CompletenessPage({ site, plan, missing }: CompletenessPageProps) {
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium }
  const necessary = missing.filter(({ severity }) => severity === 'necessary')
  const advised = missing.filter(({ severity }) => severity === 'advised')
  const titles = new Map(
    plan.tailored.chapters.flatMap(({ lines }) => lines.map(({ line }) => [line.code, line.title ?? ''] as const)),
  )
  return (
    <PlanFrame site={site} plan={plan} tab={contentsTab} title="Che cosa manca">
      <h2>Che cosa manca</h2>
      <KeyFigures
        figures={[
          {
            value: String(necessary.length),
            label: necessary.length === 1 ? 'cosa necessaria' : 'cose necessarie',
            tone: necessary.length > 0 ? 'danger' : 'success',
            ...(necessary.length > 0 && { href: '#necessario' }),
          },
          {
            value: String(advised.length),
            label: advised.length === 1 ? 'cosa consigliata' : 'cose consigliate',
            tone: advised.length > 0 ? 'warning' : 'success',
            ...(advised.length > 0 && { href: '#consigliato' }),
          },
        ]}
      />
      {necessary.length === 0 && (
        <Alert tone="success">
          <p>
            Al piano non manca niente di necessario.{' '}
            <a href={planPaths.approval(where)}>Vai all’approvazione del piano</a>
          </p>
        </Alert>
      )}
      <Severity
        id="necessario"
        title="Necessario per inviare il piano in revisione"
        missing={necessary}
        where={where}
        titles={titles}
      />
      <Severity id="consigliato" title="Consigliato" missing={advised} where={where} titles={titles} />
    </PlanFrame>
  )
}

type SeverityProps = {
  readonly id: string
  readonly title: string
  readonly missing: readonly Missing[]
  readonly where: { readonly slug: Slug; readonly triennium: Triennium }
  readonly titles: ReadonlyMap<string, string>
}

/** What is missing of one weight, grouped by what it is. */
function Severity({ id, title, missing, where, titles }: SeverityProps) {
  const writes = useViewer().may(planActions.write, { slug: where.slug })
  if (missing.length === 0) return null
  return (
    <section id={id} aria-labelledby={`${id}-titolo`}>
      <h2 id={`${id}-titolo`}>
        {title} <span class="t-number">{missing.length}</span>
      </h2>
      {[...Map.groupBy(missing, ({ message }) => message)].map(([message, items]) => (
        <details key={message} class="t-details" open={id === 'necessario' && items.length <= 20}>
          <summary>
            {capitalised(message)} ({items.length})
          </summary>
          <p class="t-note">Che cosa fare: {items[0]?.remedy}.</p>
          <ul>
            {items.map(({ kind, key, field, subject }) => (
              <li key={`${recordName(kind, key)} ${subject}`}>
                {writes ? <a href={recordPage(kind, where, key, field)}>{subject}</a> : subject} {titles.get(subject)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
