// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Slug, Triennium } from '../../../kernel/ids.ts'
import { Tag } from '../../../ui/tag.tsx'
import { actWords } from '../../administrations/index.ts'
import { PlanFrame, type PlanSite, planPaths, planStateLabel, stateLook, type VersionSheet } from '../../plans/index.ts'
import { documentPaths } from '../addresses.ts'
import { documentsTab } from '../menu.ts'
import { type Format, formats, type Layout, layouts } from '../model.ts'
import { type Download, DownloadList } from './download-list.tsx'
import { formatWords } from './formats.ts'

const layoutWords = {
  fiches: 'a schede',
  tables: 'a tabelle',
} satisfies Record<Layout, string>

type Where = { readonly slug: Slug; readonly triennium: Triennium }
type FrozenVersion = VersionSheet['versions'][number]

/** The documents of what was approved, then those of the plan as it is now, in every format. */
export function DocumentsPage({ site, sheet }: { site: PlanSite; sheet: VersionSheet }) {
  const { administration, tailored } = sheet
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const standing = standingVersions(sheet.versions)
  const [first] = standing
  const { paged = [], flat = [] } = Object.groupBy(formats, (format) => (formatWords[format].paged ? 'paged' : 'flat'))
  return (
    <PlanFrame site={site} plan={sheet} tab={documentsTab} title="Documenti">
      {first && (
        <section aria-labelledby="approvati">
          <h2 id="approvati">Documenti approvati</h2>
          <p>
            Sono quelli fatti all’approvazione, e non cambiano più.{' '}
            <a href={planPaths.versions(where)}>Tutte le versioni</a>
          </p>
          {standing.map((version) => (
            <ApprovedDocuments key={version.number} version={version} where={where} />
          ))}
        </section>
      )}
      <section aria-labelledby="bozza">
        <h2 id="bozza">Bozza di lavoro</h2>
        <p>
          {first
            ? `Il piano com’è adesso, con quello che è cambiato dopo l’approvazione della versione ${first.number}: non è il piano approvato. `
            : 'Il piano com’è adesso: non è ancora approvato. '}
          Nei documenti c’è scritto BOZZA; i dati CSV e JSON lo dicono nel nome del file.
        </p>
        <h3>Il piano come documento</h3>
        <p>
          Completo: copertina, organizzazione, spesa, linee d’azione, cronologia, allegati. <em>A schede</em> stampa una
          scheda per ogni linea, <em>a tabelle</em> una tabella per ogni capitolo.
        </p>
        <DownloadList formats={paged} linksOf={(format) => layouts.map((layout) => draftLink(where, format, layout))} />
        <h3>I dati del piano</h3>
        <DownloadList formats={flat} linksOf={(format) => [draftLink(where, format)]} />
      </section>
    </PlanFrame>
  )
}

const order = ['published', 'inForce', 'approved'] as const

/** The versions that nothing took the place of: first the one in force, then one that is approved and not in force yet. */
const standingVersions = (versions: readonly FrozenVersion[]): readonly FrozenVersion[] =>
  order.flatMap((state) => versions.filter((version) => version.state === state))

function ApprovedDocuments({ version, where }: { readonly version: FrozenVersion; readonly where: Where }) {
  const { number, state, act, documents } = version
  const [tone, icon] = stateLook[state]
  const linksOf = (wanted: Format): readonly Download[] =>
    layouts.flatMap((layout) =>
      documents
        .filter((document) => document.format === wanted && document.layout === layout)
        .map(({ format }) => ({
          href: planPaths.versionDocument(
            { ...where, number: String(number), format },
            { layout: layout === 'fiches' ? undefined : layout },
          ),
          label: `Scarica ${nameOf(wanted, layout)} della versione ${number}`,
        })),
    )
  return (
    <>
      <h3>
        Versione {number} <Tag tone={tone} icon={icon} label={planStateLabel[state]} />
      </h3>
      <p>{actWords(act)}</p>
      <DownloadList formats={formats.filter((format) => linksOf(format).length > 0)} linksOf={linksOf} />
    </>
  )
}

const draftLink = (where: Where, format: Format, layout?: Layout): Download => ({
  href: layout
    ? documentPaths.document({ ...where, format }, { layout })
    : documentPaths.document({ ...where, format }),
  label: `Scarica la bozza ${nameOf(format, layout)}`,
})

/** `PDF a schede`; a format without layouts has no more than its name. */
const nameOf = (format: Format, layout: Layout | undefined): string =>
  layout && formatWords[format].paged ? `${formatWords[format].name} ${layoutWords[layout]}` : formatWords[format].name
