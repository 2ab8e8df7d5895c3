// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { DemonstrationNotice, kindLabel } from '../../administrations/index.ts'
import { transparencyPaths } from '../addresses.ts'
import type { PublishedPlan, PublishedVersion, Publisher } from '../model.ts'
import { actWords, section } from '../words.ts'
import { EmbedSnippet } from './embed-snippet.tsx'
import { PublicFrame } from './public-frame.tsx'
import { PublishedTag } from './published-tag.tsx'

type BodyPageProps = {
  readonly site: Site
  /** The site's address, for the text to copy. */
  readonly origin: string
  readonly publisher: Publisher
  /** Newest triennium first. */
  readonly plans: readonly PublishedPlan[]
}

/** The page with everything that a body has published. */
export function BodyPage({ site, origin, publisher, plans }: BodyPageProps) {
  const { slug, name, kind, province, demonstration } = publisher
  const [newest] = plans
  return (
    <PublicFrame
      site={site}
      title={`${name}: piani pubblicati`}
      address={transparencyPaths.publishedBody({ slug })}
      description={`I Piani triennali per l’informatica pubblicati: ${name}. Atti, versioni, documenti e dati aperti.`}
      trail={[{ label: name }]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">{[kindLabel[kind], province].filter(Boolean).join(', ')}</p>
        <h1>{name}</h1>
        <p class="lead">I Piani triennali per l’informatica che l’ente ha approvato e pubblicato.</p>
      </div>
      {demonstration && <DemonstrationNotice />}
      {plans.map((plan) => (
        <PlanVersions key={plan.triennium} plan={plan} />
      ))}
      {newest && <EmbedSnippet origin={origin} plan={newest} />}
      <p class="t-note t-public-basis">Collocazione: {section} (d.lgs. 33/2013, art. 12).</p>
    </PublicFrame>
  )
}

function PlanVersions({ plan }: { plan: PublishedPlan }) {
  const { publisher, triennium, versions } = plan
  const { slug } = publisher
  const id = `piano-${triennium}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={transparencyPaths.publishedPlan({ slug, triennium })}>Piano triennale per l’informatica {triennium}</a>
      </h2>
      <VersionTable caption={`Versioni pubblicate del piano ${triennium}`} versions={versions} />
    </section>
  )
}

/** Versions of one plan, newest first. */
export const VersionTable = ({ caption, versions }: { caption: string; versions: readonly PublishedVersion[] }) => (
  <DataTable
    caption={caption}
    rows={versions}
    rowKey={({ number }) => String(number)}
    columns={[
      {
        heading: 'Versione',
        cell: ({ publisher: { slug }, triennium, number }) => (
          <a class="t-row-title" href={transparencyPaths.publishedVersion({ slug, triennium, number: String(number) })}>
            Versione {number}
            <span class="visually-hidden"> del piano {triennium}</span>
          </a>
        ),
      },
      { heading: 'Stato', cell: ({ state }) => <PublishedTag state={state} /> },
      { heading: 'Atto', wide: true, cell: ({ act }) => actWords(act) },
      { heading: 'Esecutivo dal', cell: ({ inForceOn }) => (inForceOn ? formatDate(inForceOn) : '–') },
      { heading: 'Pubblicata il', cell: ({ publishedOn }) => formatDate(publishedOn) },
      { heading: 'Superata il', cell: ({ supersededOn }) => (supersededOn ? formatDate(supersededOn) : '–') },
    ]}
  />
)
