// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Completion } from '../../../ui/forms/completion.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { transparencyPaths } from '../addresses.ts'
import type { Standing } from '../model.ts'
import type { AssociationPlans } from '../readers.ts'
import { actWords } from '../words.ts'
import { PublicFrame } from './public-frame.tsx'

type AssociationPageProps = {
  readonly site: Site
  readonly found: AssociationPlans
  /** Progress by the hash of the plan's current version. */
  readonly standings: ReadonlyMap<string, Standing>
}

/** The published plans of an association's members, side by side. */
export function AssociationPage({ site, found: { association, plans }, standings }: AssociationPageProps) {
  const { slug, name, members } = association
  const publishers = new Set(plans.map(({ publisher }) => publisher.slug)).size
  return (
    <PublicFrame
      site={site}
      title={`${name}: piani pubblicati`}
      address={transparencyPaths.publishedAssociation({ association: slug })}
      description={`I Piani triennali per l’informatica pubblicati dagli enti di ${name}, con il loro stato di attuazione.`}
      trail={[{ label: name }]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">Gestione associata</p>
        <h1>{name}</h1>
        <p class="lead">
          {publishers} su {plural(members.length, 'ente che ne fa parte ha', 'enti che ne fanno parte hanno')}{' '}
          pubblicato il proprio piano. Ogni ente approva il suo, con un atto proprio.
        </p>
      </div>
      <DataTable
        caption={`Piani pubblicati dagli enti di ${name}`}
        rows={plans}
        rowKey={({ publisher, triennium }) => `${publisher.slug} ${triennium}`}
        columns={[
          {
            heading: 'Ente',
            wide: true,
            cell: ({ publisher }) => (
              <a class="t-row-title" href={transparencyPaths.publishedBody({ slug: publisher.slug })}>
                {publisher.name}
              </a>
            ),
          },
          {
            heading: 'Piano',
            cell: ({ publisher, triennium }) => (
              <a href={transparencyPaths.publishedPlan({ slug: publisher.slug, triennium })}>
                {triennium}
                <span class="visually-hidden">: piano di {publisher.name}</span>
              </a>
            ),
          },
          { heading: 'Atto', wide: true, cell: ({ current }) => actWords(current.act) },
          { heading: 'Pubblicato il', cell: ({ current }) => formatDate(current.publishedOn) },
          {
            heading: 'Linee completate all’approvazione',
            cell: ({ current }) => {
              const standing = standings.get(current.sha256)
              return standing ? <Completion done={standing.completed} total={standing.applicable} /> : '–'
            },
          },
        ]}
      />
    </PublicFrame>
  )
}
