// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatNumber } from '../../../../kernel/money.ts'
import { plural } from '../../../../kernel/text.ts'
import { KeyFigures } from '../../../../ui/key-figures.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { administrationActions } from '../../actions.ts'
import { administrationPaths } from '../../addresses.ts'
import { associationsEntry } from '../../menu.ts'
import type { AdministrationSummary, Association } from '../../readers.ts'

type AssociationsPageProps = {
  readonly site: Site
  readonly all: readonly AdministrationSummary[]
  readonly associations: readonly Association[]
}

/** The associations that the viewer works with, each with its present members that they may read. */
export function AssociationsPage({ site, all, associations }: AssociationsPageProps) {
  return (
    <Layout site={site} section={associationsEntry} title="Gestioni associate">
      <div class="t-heading">
        <h1>Gestioni associate</h1>
        <p class="lead">Gli enti che svolgono insieme, in convenzione, la transizione digitale.</p>
        {useViewer().may(administrationActions.manageAssociations) && (
          <p class="t-after">
            <a class="btn btn-primary" href={administrationPaths.associationNew({})}>
              Registra una gestione associata
            </a>
          </p>
        )}
      </div>
      {associations.length === 0 && <p class="t-empty">Nessuna gestione associata è registrata.</p>}
      {associations.map((association) => (
        <Members
          key={association.slug}
          association={association}
          members={all.filter(({ administration }) => association.members.includes(administration.slug))}
        />
      ))}
    </Layout>
  )
}

function Members({ association, members }: { association: Association; members: readonly AdministrationSummary[] }) {
  const inhabitants = members.reduce((sum, { administration }) => sum + (administration.population ?? 0), 0)
  const late = members.reduce((sum, { plan }) => sum + (plan?.late ?? 0), 0)
  return (
    <section class="t-panel" aria-labelledby={association.slug}>
      <h2 id={association.slug}>
        <a href={administrationPaths.association({ association: association.slug })}>{association.name}</a>
      </h2>
      <KeyFigures
        figures={[
          {
            value: formatNumber(members.length),
            label: members.length === 1 ? 'ente' : 'enti',
            href: administrationPaths.administrations({}, { associazione: association.slug }),
          },
          { value: formatNumber(inhabitants), label: 'abitanti' },
          {
            value: formatNumber(late),
            label: late === 1 ? 'linea in ritardo' : 'linee in ritardo',
            tone: late > 0 ? 'danger' : 'success',
          },
        ]}
      />
      <h3 class="h5">Enti che ne fanno parte</h3>
      <ul class="t-columns">
        {members.map(({ administration: { slug, name }, plan }) => (
          <li key={slug}>
            <a href={administrationPaths.administration({ slug })}>{name}</a>
            {plan && plan.late > 0 && <span class="t-note">{plural(plan.late, 'linea', 'linee')} in ritardo</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
