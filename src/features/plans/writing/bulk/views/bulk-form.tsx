// SPDX-License-Identifier: AGPL-3.0-or-later
import { SelectField, TextField } from '../../../../../ui/forms/form-fields.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { planPaths } from '../../../addresses.ts'
import { editable, type PlanAddress, planActions, statuses, statusLabel } from '../../../plan/index.ts'
import { bulkLabels } from '../bulk-change.ts'
import { bulkForm, type Updating } from './row-update.tsx'

/** Says the same of the lines that are selected in the list above; what it would change is shown before it does. */
export function BulkForm({ where, updating }: { readonly where: PlanAddress; readonly updating: Updating }) {
  const viewer = useViewer()
  const { state, offices, keepers } = updating.standings
  const writesPlan = viewer.may(planActions.write, { slug: where.slug })
  const wholly = editable(state) === 'everything'
  const named = (name: keyof typeof bulkLabels) => ({ name, label: bulkLabels[name], value: undefined })
  const names = offices.map((name) => [name, name] as const)
  return (
    <section aria-labelledby="aggiorna-insieme" class="t-panel">
      <h2 id="aggiorna-insieme">Aggiorna le linee selezionate</h2>
      <p>
        Seleziona le linee nell’elenco, scegli che cosa dirne: prima di salvare vedi, linea per linea, che cosa cambia.
      </p>
      <form id={bulkForm} action={planPaths.bulkUpdate(where)} method="post" novalidate class="t-bulk">
        <input type="hidden" name="list" value={updating.list} />
        <SelectField
          {...named('status')}
          none="Non cambiare"
          options={statuses.map((status) => [status, statusLabel[status]])}
        />
        {wholly && <TextField {...named('planned')} hint="Vuota: non cambia." />}
        <TextField {...named('completed')} hint="Vuota: non cambia." />
        {writesPlan && (
          <>
            {wholly && <SelectField {...named('office')} none="Non cambiare" options={names} />}
            <SelectField {...named('ownerOffice')} none="Non cambiare" options={names} />
            <SelectField
              {...named('ownerPerson')}
              none="Non cambiare"
              options={keepers.map(({ id, name }) => [id, name])}
            />
          </>
        )}
        <button type="submit" name="azione" value="anteprima" class="btn btn-primary">
          Vedi che cosa cambia
        </button>
      </form>
    </section>
  )
}
