// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from '../../../ui/icon.tsx'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import { type AdministrationPlan, PlanFrame } from '../../plans/index.ts'
import { type Format, formats, type Layout } from '../model.ts'
import { formatWords } from './formats.ts'

const layoutWords = {
  fiches: 'a schede',
  tables: 'a tabelle',
} satisfies Record<Layout, string>

/** Every format of a plan and its use. */
export function DocumentsPage({ site, plan }: { site: Site; plan: AdministrationPlan }) {
  const { paged = [], flat = [] } = Object.groupBy(formats, (format) => (formatWords[format].paged ? 'paged' : 'flat'))
  return (
    <PlanFrame site={site} plan={plan} tab="documents" title="Documenti">
      <section aria-labelledby="documento">
        <h2 id="documento">Il piano come documento</h2>
        <p>
          Completo: copertina, organizzazione, spesa, linee d’azione, cronologia, allegati. <em>A schede</em> stampa una
          scheda per ogni linea, <em>a tabelle</em> una tabella per ogni capitolo.
        </p>
        <FormatList formats={paged} plan={plan} layouts={['fiches', 'tables']} />
      </section>
      <section aria-labelledby="dati">
        <h2 id="dati">I dati del piano</h2>
        <FormatList formats={flat} plan={plan} layouts={[]} />
      </section>
    </PlanFrame>
  )
}

type FormatListProps = {
  readonly formats: readonly Format[]
  readonly plan: AdministrationPlan
  /** The layouts to choose from; empty when there is no choice. */
  readonly layouts: readonly Layout[]
}

function FormatList({ formats, plan: { administration, tailored }, layouts }: FormatListProps) {
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  return (
    <ul class="t-downloads">
      {formats.map((format) => {
        const { name, purpose, icon } = formatWords[format]
        return (
          <li key={format}>
            <Icon name={icon} size="lg" />
            <div>
              <h3 class="h5">{name}</h3>
              <p>{purpose}</p>
              <p class="t-download-links">
                {layouts.length === 0 ? (
                  <DownloadLink href={paths.document({ ...where, format })} label={`Scarica ${name}`} />
                ) : (
                  layouts.map((layout) => (
                    <DownloadLink
                      key={layout}
                      href={paths.document({ ...where, format }, { layout })}
                      label={`Scarica ${name} ${layoutWords[layout]}`}
                    />
                  ))
                )}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const DownloadLink = ({ href, label }: { href: string; label: string }) => (
  <a href={href} download>
    <Icon name="download" size="xs" />
    {label}
  </a>
)
