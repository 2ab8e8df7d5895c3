// SPDX-License-Identifier: AGPL-3.0-or-later

import { plural } from '../../../../kernel/text.ts'
import { ChoiceField, Filters } from '../../../../ui/filters.tsx'
import { Completion } from '../../../../ui/forms/completion.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { editionName } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { editable, PlanFrame, type PlanSite, planActions } from '../../plan/index.ts'
import type { WorkingPlan } from '../../writing/index.ts'
import { contentsTab } from '../../writing/index.ts'
import type { CarriedLine, CarriedPlan } from '../readers.ts'
import { CarriedTable } from './carried-table.tsx'
import { type CarriedQuery, changesOf, filterCarried, kindWords } from './carried-words.ts'
import { FilterFields } from './filter-fields.tsx'

type CarriedPageProps = {
  readonly site: PlanSite
  readonly carried: CarriedPlan | { readonly plan: WorkingPlan }
  readonly query: CarriedQuery
}

/** What was carried into a plan, as a list to go through. */
export function CarriedPage({ site, carried, query }: CarriedPageProps) {
  const { plan } = carried
  return (
    <PlanFrame site={site} plan={plan} tab={contentsTab} title="Ripresa">
      <h2>Che cosa viene dal piano di prima</h2>
      {'lines' in carried ? (
        <CarriedList carried={carried} query={query} />
      ) : (
        <p class="t-empty">Questo piano è cominciato da zero: non c’è niente di ripreso da un altro.</p>
      )}
    </PlanFrame>
  )
}

function CarriedList({ carried, query }: { carried: CarriedPlan; query: CarriedQuery }) {
  const { plan, from, lines } = carried
  const { slug } = plan.administration
  const { triennium, edition } = plan.tailored.plan
  const where = { slug, triennium }
  const entries = lines.filter(({ kept, traced }) => kept?.carriedFrom && traced.kind !== 'retired')
  const reviewed = entries.filter(({ kept }) => !kept?.toReview).length
  const waiting = lines.filter(({ kept, traced }) => kept?.toReview && traced.kind === 'kept').length
  const writes = useViewer().may(planActions.write, { slug }) && editable(plan.state) === 'everything'
  const shown = filterCarried(lines, query)
  return (
    <>
      <Flash outcomes={outcomesOf(query)} outcome={query.esito} />
      <p>
        {from.triennium === triennium ? (
          <>
            Il piano è passato dall’edizione {editionName(from.edition)} alla {editionName(edition)}.
          </>
        ) : (
          <>
            Il piano prosegue{' '}
            <a href={planPaths.plan({ slug, triennium: from.triennium })}>quello del triennio {from.triennium}</a>{' '}
            (edizione {editionName(from.edition)}), sull’edizione {editionName(edition)}.
          </>
        )}{' '}
        Le schede riprese si rileggono una per una: si correggono, o si dice che vanno bene così.
      </p>
      <p>
        Schede riviste: <Completion done={reviewed} total={entries.length} />
      </p>
      {writes && waiting > 0 && (
        <form action={planPaths.carried(where)} method="post">
          <FilterFields query={query} />
          <button type="submit" class="btn btn-outline-primary">
            {waiting === 1
              ? 'Va bene la scheda di una linea invariata'
              : `Vanno bene tutte le ${waiting} schede di linee invariate`}
          </button>
        </form>
      )}
      <Filters label="Filtra le linee" action={planPaths.carried(where)} active={Boolean(query.tipo ?? query.mostra)}>
        <ChoiceField
          name="tipo"
          label="Che cosa è cambiato"
          all="Tutte le linee"
          value={query.tipo}
          options={Object.entries(kindWords).map(([word, [kind, label]]) => [
            word,
            `${label} (${countOf(lines, kind)})`,
          ])}
        />
        <ChoiceField
          name="mostra"
          label="Schede"
          all="Tutte"
          value={query.mostra}
          options={[
            ['da-rivedere', 'Da rivedere'],
            ['riviste', 'Già riviste'],
          ]}
        />
      </Filters>
      <h3 class="t-count">{plural(shown.length, 'linea', 'linee')}</h3>
      {shown.length === 0 ? (
        <p class="t-empty">
          Nessuna linea corrisponde ai filtri. <a href={planPaths.carried(where)}>Azzera i filtri</a>
        </p>
      ) : (
        <CarriedTable where={where} from={from} lines={shown} query={query} writes={writes} />
      )}
    </>
  )
}

const countOf = (lines: readonly CarriedLine[], kind: string): number =>
  lines.filter((line) => changesOf(line).some((change) => change === kind)).length

const outcomesOf = ({ quante = '0' }: CarriedQuery) => ({
  creato: 'Il piano è stato creato: qui sotto c’è ciò che viene da quello di prima.',
  edizione: 'Il piano è passato alla nuova edizione: qui sotto c’è che cosa è cambiato.',
  confermate: Number(quante) === 1 ? 'Una scheda confermata.' : `${quante} schede confermate.`,
})
