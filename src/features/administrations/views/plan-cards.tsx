// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { Completion } from '../../../ui/forms/completion.tsx'
import { useViewer } from '../../../ui/page/viewer.tsx'
import { paths } from '../../../ui/paths.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { PlanStanding } from '../readers.ts'

/** The plans of a body, each with its state and a link. */
export function PlanCards({ slug, plans }: { slug: string; plans: readonly PlanStanding[] }) {
  const viewer = useViewer()
  if (plans.length === 0) return <p class="t-empty">L’ente non ha ancora un piano triennale.</p>
  return plans.map(({ triennium, edition, state, applicable, completed, late, toTell, toVerify }) => (
    <article key={triennium} class="t-panel">
      <h3 class="h4">
        <a href={paths.plan({ slug, triennium })}>
          Piano triennale <span class="t-nowrap">{triennium}</span>
        </a>
      </h3>
      <p class="t-note">
        {state} · edizione nazionale {edition}
      </p>
      <p>
        Linee completate fra quelle che si applicano: <Completion done={completed} total={applicable} />
      </p>
      <p class="t-tags">
        {late > 0 ? (
          <Tag tone="danger" icon="warning-circle" label={`${plural(late, 'linea', 'linee')} in ritardo`} />
        ) : (
          <Tag tone="success" icon="check-circle" label="Nessun ritardo" />
        )}
        {toTell > 0 && (
          <Tag
            tone="warning"
            icon="warning-circle"
            label={`${plural(toTell, 'linea', 'linee')} con la data passata e lo stato da indicare`}
          />
        )}
        {toVerify > 0 && (
          <Tag tone="warning" icon="help-circle" label={`${plural(toVerify, 'linea', 'linee')} da verificare`} />
        )}
      </p>
      <ul class="t-links">
        <li>
          <a href={paths.plan({ slug, triennium })}>Linee d’azione</a>
        </li>
        <li>
          <a href={paths.timeline({ slug, triennium })}>Cronologia</a>
        </li>
        {viewer.may('plan.write', { slug }) && (
          <li>
            <a href={paths.contents({ slug, triennium })}>Testi, organizzazione, fatti dell’ente</a>
          </li>
        )}
        <li>
          <a href={paths.approval({ slug, triennium })}>Approvazione</a>
        </li>
        <li>
          <a href={paths.documents({ slug, triennium })}>Documenti da scaricare</a>
        </li>
      </ul>
    </article>
  ))
}
