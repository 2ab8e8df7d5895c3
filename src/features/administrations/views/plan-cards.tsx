// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Slug } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { Completion } from '../../../ui/forms/completion.tsx'
import { useViewer } from '../../../ui/page/viewer.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { PlanLink } from '../menu.ts'
import type { PlanStanding } from '../readers.ts'

type PlanCardsProps = {
  readonly slug: Slug
  readonly plans: readonly PlanStanding[]
  readonly links: readonly PlanLink[]
}

/** The plans of a body, each with its state and links to its pages. */
export function PlanCards({ slug, plans, links }: PlanCardsProps) {
  const viewer = useViewer()
  if (plans.length === 0) return <p class="t-empty">L’ente non ha ancora un piano triennale.</p>
  return plans.map(
    ({ triennium, address, edition, state, applicable, completed, late, toTell, toVerify, toChoose, questions }) => (
      <article key={triennium} class="t-panel">
        <h3 class="h4">
          <a href={address}>
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
          {questions > 0 && (
            <Tag tone="info" icon="help-circle" label={plural(questions, 'domanda sull’ente', 'domande sull’ente')} />
          )}
          {toChoose > 0 && (
            <Tag
              tone="neutral"
              icon="exchange-circle"
              label={`${plural(toChoose, 'linea', 'linee')} a scelta dell’ente`}
            />
          )}
        </p>
        <ul class="t-links">
          {links
            .filter(({ action }) => action === undefined || viewer.may(action, { slug }))
            .map((link) => (
              <li key={link.label}>
                <a href={link.address({ slug, triennium })}>{link.label}</a>
              </li>
            ))}
        </ul>
      </article>
    ),
  )
}
