// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { cataloguePaths } from '../../addresses.ts'
import { describeTiming, editionName, titleOf } from '../../line-words.ts'
import { editionsEntry } from '../../menu.ts'
import type { ActionLine, Edition } from '../../model.ts'
import { isOpen } from '../open-lines.ts'

type EditionPageProps = {
  readonly site: Site
  readonly edition: Edition
  /** Every line, also those that lack nothing. */
  readonly all: boolean
  readonly outcome?: string | undefined
}

const outcomes = {
  scritta: 'Linea scritta. I piani degli enti la usano da ora.',
  riportata: 'Linea riportata com’era prima che la si scrivesse. I piani degli enti la usano da ora.',
  invariata: 'Niente è cambiato.',
}

/** The page of an edition: its lines to write or to confirm, or all of them. */
export function EditionPage({ site, edition, all, outcome }: EditionPageProps) {
  const open = edition.lines.filter(isOpen)
  const name = editionName(edition.id)
  const address = cataloguePaths.edition({ edition: edition.id })
  return (
    <Layout
      site={site}
      section={editionsEntry}
      title={name}
      trail={[{ label: editionsEntry.label, href: cataloguePaths.editions({}) }, { label: name }]}
    >
      <Flash outcomes={outcomes} outcome={outcome} />
      <div class="t-heading">
        <p class="t-eyebrow">Edizione del piano nazionale</p>
        <h1>{name}</h1>
        <p class="lead">
          {open.length === 0
            ? 'Ogni linea ha regola, titolo e sintesi, e niente è da confermare.'
            : `${plural(open.length, 'linea è', 'linee sono')} da scrivere o da confermare, su ${edition.lines.length}.`}
        </p>
      </div>
      <p>
        {all ? (
          <a href={address}>Mostra soltanto le linee da scrivere o da confermare</a>
        ) : (
          <a href={cataloguePaths.edition({ edition: edition.id }, { linee: 'tutte' })}>
            Mostra tutte le {edition.lines.length} linee
          </a>
        )}
      </p>
      {(all || open.length > 0) && (
        <DataTable
          caption={`Linee dell’edizione ${name}`}
          rows={all ? edition.lines : open}
          rowKey={({ code }) => code}
          columns={[
            {
              heading: 'Linea',
              cell: ({ code }) => <a href={cataloguePaths.editionLine({ edition: edition.id, code })}>{code}</a>,
            },
            { heading: 'Titolo', wide: true, cell: titleOf },
            { heading: 'Quando', cell: describeTiming },
            { heading: 'Che cosa manca', cell: Missing },
          ]}
        />
      )}
    </Layout>
  )
}

function Missing(line: ActionLine) {
  const parts = [
    ...(line.addressees ? [] : ['regola']),
    ...(line.title === undefined ? ['titolo'] : []),
    ...(line.summary === undefined ? ['sintesi'] : []),
  ]
  if (line.toConfirm) return <Tag tone="warning" icon="help-circle" label="Da confermare" />
  if (parts.length === 0) return 'Niente'
  return <Tag tone="warning" icon="pencil" label={parts.join(', ')} />
}
