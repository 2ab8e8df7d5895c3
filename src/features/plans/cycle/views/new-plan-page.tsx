// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import { type Triennium, trienniumOf } from '../../../../kernel/ids.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { ErrorSummary, faultOf } from '../../../../ui/forms/error-summary.tsx'
import { SelectField } from '../../../../ui/forms/form-fields.tsx'
import { home } from '../../../../ui/home.ts'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths, administrationsEntry } from '../../../administrations/index.ts'
import { editionName, proposePlan } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { planStateLabel } from '../../plan/index.ts'
import type { PlanOptions } from '../readers.ts'

type NewPlanPageProps = {
  readonly site: Site
  readonly options: PlanOptions
  readonly today: IsoDate
  readonly refusal?: Refusal
}

const labels = { triennio: 'Triennio', edizione: 'Edizione del Piano nazionale', da: 'Da quale piano cominciare' }

/** The form that begins a plan. */
export function NewPlanPage({ site, options, today, refusal }: NewPlanPageProps) {
  const { administration, plans, editions } = options
  const { slug, name } = administration
  const { problems = [], values } = refusal ?? {}
  const trienniums = freeTrienniums(plans, today)
  const current = proposePlan(editions, today).triennium
  const proposed = proposePlan(editions, today, { triennium: trienniums.find((one) => one >= current) })
  const field = (place: keyof typeof labels, proposed: string | undefined) => ({
    name: place,
    label: labels[place],
    error: faultOf(problems, place),
    value: values ? values[place] : proposed,
  })
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${refusal ? 'Errore: ' : ''}Nuovo piano · ${name}`}
      trail={[
        { label: 'Enti', href: home({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Nuovo piano' },
      ]}
    >
      {refusal && <ErrorSummary message={refusal.message} problems={problems} labels={labels} />}
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>Nuovo piano</h1>
        <p class="lead">
          Vuoto, o dal piano di prima: schede, testi, iniziative, spesa e scelte si riprendono da quello, e le schede
          aspettano di essere riviste. Il piano di prima resta com’è.
        </p>
      </div>
      <form action={planPaths.newPlan({ slug })} method="post" novalidate aria-label="Nuovo piano">
        <SelectField
          {...field('triennio', proposed.triennium)}
          hint="I tre anni del piano dell’ente, che può cominciare dopo quello nazionale."
          options={trienniums.map((triennium) => [triennium, triennium])}
        />
        <SelectField
          {...field('edizione', proposed.edition.id)}
          hint="La stessa del piano da cui si comincia, o una più recente."
          options={editions.map(({ id, title }) => [id, title])}
        />
        <SelectField
          {...field('da', plans[0]?.triennium)}
          none="Da zero: un piano vuoto"
          options={plans.map(({ triennium, edition, state }) => [
            triennium,
            `Dal piano ${triennium} (edizione ${editionName(edition)}, ${planStateLabel[state].toLowerCase()})`,
          ])}
        />
        <div class="t-actions">
          <button type="submit" class="btn btn-primary">
            Crea il piano
          </button>
          <a class="btn btn-link" href={administrationPaths.administration({ slug })}>
            Torna all’ente
          </a>
        </div>
      </form>
    </Layout>
  )
}

/** The triennia around this year of which the body has no plan. */
function freeTrienniums(plans: PlanOptions['plans'], today: IsoDate): readonly Triennium[] {
  const year = Number(today.slice(0, 4))
  const taken = new Set(plans.map(({ triennium }) => triennium))
  return Array.from({ length: 5 }, (_, index) => year - 3 + index)
    .map((first) => trienniumOf(`${first}-${first + 2}`))
    .filter((triennium) => !taken.has(triennium))
}
