// SPDX-License-Identifier: AGPL-3.0-or-later
import { paths } from '../../../../ui/paths.ts'
import { editable } from '../../plan/lifecycle.ts'
import type { Initiative } from '../../plan/model.ts'
import type { PartSheet } from '../readers.ts'

/** Takes an initiative away, after asking. */
export function DeleteInitiative({ sheet }: { sheet: PartSheet<Initiative> }) {
  const { plan, form, revision } = sheet
  if (editable(plan.state) !== 'everything') return null
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium, number: form.key }
  return (
    <details class="t-details t-after">
      <summary>Togli questa iniziativa dal piano</summary>
      <p>Non si perde: resta fra le iniziative tolte, in fondo ai contenuti, e si può ripristinare.</p>
      <form action={paths.initiativeDeleted(where)} method="post">
        <input type="hidden" name="base" value={revision} />
        <button type="submit" class="btn btn-outline-danger">
          Togli «{form.title}»
        </button>
      </form>
    </details>
  )
}
