// SPDX-License-Identifier: AGPL-3.0-or-later

import { plural } from '../../../../kernel/text.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { editionName, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { PlanFrame, type PlanSite } from '../../plan/index.ts'
import type { WorkingPlan } from '../../writing/index.ts'
import { contentsTab } from '../../writing/index.ts'
import type { EditionOption } from '../readers.ts'

type EditionPageProps = {
  readonly site: PlanSite
  readonly plan: WorkingPlan
  readonly options: readonly EditionOption[]
  readonly refusal?: Refusal
}

/** What each newer edition would change in a plan, and the button that moves it there. */
export function EditionPage({ site, plan, options, refusal }: EditionPageProps) {
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium }
  return (
    <PlanFrame site={site} plan={plan} tab={contentsTab} title="Cambio di edizione">
      {refusal && <ErrorSummary message={refusal.message} problems={refusal.problems} labels={{}} />}
      <h2>Passa a un’edizione più recente</h2>
      <p>
        Il piano cambia edizione qui, senza diventare un altro piano. Le schede delle linee che non cambiano restano
        come sono; quelle delle linee cambiate aspettano di essere riviste; quelle delle linee ritirate restano nella
        storia.
      </p>
      {options.length === 0 && (
        <p class="t-empty">
          Il catalogo non ha edizioni più recenti di questo ciclo. Per un altro ciclo si comincia{' '}
          <a href={planPaths.newPlan({ slug: where.slug })}>un nuovo piano</a>.
        </p>
      )}
      {options.map((option) => (
        <section key={option.edition.id} aria-labelledby={`edizione-${option.edition.id}`} class="t-panel">
          <h3 id={`edizione-${option.edition.id}`}>{option.edition.title}</h3>
          <DescriptionList
            facts={[
              ['Linee invariate', String(option.kept)],
              ['Linee cambiate', String(option.changed)],
              ['Linee nuove', String(option.new)],
              ['Linee ritirate', <Retired key="ritirate" retired={option.retired} />],
            ]}
          />
          <form action={planPaths.newEdition(where)} method="post" class="t-after">
            <button type="submit" name="edizione" value={option.edition.id} class="btn btn-primary">
              Passa all’edizione {editionName(option.edition.id)}
            </button>
          </form>
        </section>
      ))}
    </PlanFrame>
  )
}

function Retired({ retired }: { retired: EditionOption['retired'] }) {
  if (retired.length === 0) return <>Nessuna</>
  const written = retired.filter((one) => one.written).length
  return (
    <details class="t-details">
      <summary>
        {retired.length} ({plural(written, 'scheda scritta', 'schede scritte')})
      </summary>
      <ul>
        {retired.map(({ line, written: isWritten }) => (
          <li key={line.code}>
            <span class="t-code">{line.code}</span> {titleOf(line)}
            {isWritten && <span class="t-note"> (scheda scritta: resta nella storia)</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
