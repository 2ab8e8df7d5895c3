// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../../kernel/text.ts'
import { Alert } from '../../../../../ui/alert.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { planPaths } from '../../../addresses.ts'
import { editable, planActions } from '../../../plan/index.ts'
import type { PlanContents } from '../readers.ts'

/** Where else a plan is worked on: what is missing, what was carried from an earlier plan, newer editions. */
export function ContentsLinks({ contents }: { contents: PlanContents }) {
  const { plan, carried, newerEditions } = contents
  const { slug } = plan.administration
  const where = { slug, triennium: plan.tailored.plan.triennium }
  const viewer = useViewer()
  const waiting = carried.total - carried.reviewed
  const moves =
    newerEditions.length > 0 && editable(plan.state) === 'everything' && viewer.may(planActions.create, { slug })
  return (
    <>
      {waiting > 0 && (
        <Alert tone="warning">
          <p>
            {plural(waiting, 'scheda ripresa', 'schede riprese')} da un piano precedente {waiting === 1 ? 'è' : 'sono'}{' '}
            da rivedere. <a href={planPaths.carried(where)}>Vai alla ripresa</a>
          </p>
        </Alert>
      )}
      <ul class="t-links">
        <li>
          <a href={planPaths.completeness(where)}>Che cosa manca</a>
        </li>
        {waiting === 0 && carried.total > 0 && (
          <li>
            <a href={planPaths.carried(where)}>Le schede riprese</a>
          </li>
        )}
        {moves && (
          <li>
            <a href={planPaths.newEdition(where)}>Passa a un’edizione più recente del Piano nazionale</a>
          </li>
        )}
      </ul>
    </>
  )
}
