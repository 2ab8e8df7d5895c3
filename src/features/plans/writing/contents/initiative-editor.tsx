// SPDX-License-Identifier: AGPL-3.0-or-later
import { planPaths } from '../../addresses.ts'
import { editable, type Initiative, initiativeKind } from '../../plan/index.ts'
import { type EditedPlan, headingOf, type RecordForm, type RecordSheet } from '../editor/record-form.ts'
import { contentsForm } from './contents-form.ts'
import { nextInitiativeNumber } from './next-initiative-number.ts'

const lead =
  'Un’azione propria dell’ente: un intervento, un progetto, un obiettivo. Può servire più linee del Piano nazionale, o nessuna.'

/** How an initiative is written. @param number in its plan */
export const initiativeForm = (edited: EditedPlan, number: string): RecordForm<Initiative> => ({
  ...contentsForm(edited, initiativeKind, number, 'Iniziativa'),
  title: (content) => content?.title ?? 'Iniziativa',
  lead,
  mustExist: true,
  Below: ({ sheet }) => <TakeAway sheet={sheet} />,
})

/** How an initiative is added, under the next number: one that was taken away keeps its own. */
export const newInitiativeForm = (edited: EditedPlan): RecordForm<Initiative> => ({
  ...contentsForm(edited, initiativeKind, '', 'Nuova iniziativa'),
  lead,
  load: async () => ({ more: undefined }),
  newKey: nextInitiativeNumber,
})

/** Takes an initiative away, after asking. */
function TakeAway({ sheet }: { readonly sheet: RecordSheet<Initiative> }) {
  const { administration, plan, form, revision } = sheet
  if (editable(plan.state) !== 'everything') return null
  const where = { slug: administration.slug, triennium: plan.triennium, number: form.key }
  return (
    <details class="t-details t-after">
      <summary>Togli questa iniziativa dal piano</summary>
      <p>Non si perde: resta fra le iniziative tolte, in fondo ai contenuti, e si può ripristinare.</p>
      <form action={planPaths.initiativeDeleted(where)} method="post">
        <input type="hidden" name="base" value={revision} />
        <button type="submit" class="btn btn-outline-danger">
          Togli «{headingOf(sheet)}»
        </button>
      </form>
    </details>
  )
}
