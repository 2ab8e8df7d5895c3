// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatMoment } from '../../../kernel/dates.ts'

import type { Slug } from '../../../kernel/ids.ts'
import type { Refusal } from '../../../platform/http/form-route.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary, faultOf } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/form-fields.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { Tag } from '../../../ui/tag.tsx'
import { administrationPaths, administrationsEntry, DemonstrationNotice } from '../../administrations/index.ts'
import { importPaths } from '../addresses.ts'
import type { ImportList, ImportSummary } from '../stored/readers.ts'
import { sizeWords, stateLook, takenFormats } from './words.ts'

type ImportsPageProps = {
  readonly site: Site
  readonly list: ImportList
  /** The largest size of a file, in megabytes. */
  readonly limit: number
  /** Why the uploaded file was refused. */
  readonly refusal?: Refusal
}

/** The files imported for a body, and the form to import another one. */
export function ImportsPage({ site, list, limit, refusal }: ImportsPageProps) {
  const { administration, imports } = list
  const { slug, name } = administration
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${refusal ? 'Errore: ' : ''}Importazioni · ${name}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Importazioni' },
      ]}
    >
      {refusal && <ErrorSummary {...refusal} labels={{ file: 'File del piano' }} />}
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>Importa un piano che esiste già</h1>
        <p class="lead">
          Timone legge il file e propone che cosa scrivere nel piano, accanto al testo da cui viene. Nel piano entra
          solo ciò che si accetta.
        </p>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      <section class="t-panel" aria-labelledby="carica">
        <h2 id="carica" class="h4">
          Carica un file
        </h2>
        <form action={importPaths.imports({ slug })} method="post" enctype="multipart/form-data" novalidate>
          <FileField
            name="file"
            label="File del piano"
            hint={`${takenFormats.words}. Al massimo ${limit} MB. Un PDF fatto di immagini va prima passato da un riconoscimento del testo (OCR).`}
            accept={takenFormats.endings}
            error={refusal && faultOf(refusal.problems, 'file')}
            required
          />
          <button type="submit" class="btn btn-primary">
            Carica e leggi
          </button>
        </form>
      </section>
      <section aria-labelledby="elenco">
        <h2 id="elenco">File già caricati</h2>
        {imports.length === 0 ? (
          <p class="t-empty">Nessun file è stato ancora caricato per questo ente.</p>
        ) : (
          <DataTable
            caption="File caricati, dal più recente"
            rows={imports}
            rowKey={({ id }) => String(id)}
            columns={[
              { heading: 'File', wide: true, cell: (imported) => <FileLink slug={slug} imported={imported} /> },
              { heading: 'Caricato il', cell: ({ uploadedAt }) => formatMoment(uploadedAt) },
              { heading: 'A che punto è', cell: ({ state }) => <StateTag state={state} /> },
              { heading: 'Proposte', cell: proposalsWords },
            ]}
          />
        )}
      </section>
      <p class="t-after">
        <a href={administrationPaths.administration({ slug })}>Torna alla pagina dell’ente</a>
      </p>
    </Layout>
  )
}

const FileLink = ({ slug, imported: { id, filename, size } }: { slug: Slug; imported: ImportSummary }) => (
  <>
    <a class="t-row-title" href={importPaths.import({ slug, id: String(id) })}>
      {filename}
    </a>
    <span class="t-note">{sizeWords(size)}</span>
  </>
)

/** The state of an import as a tag. */
export function StateTag({ state }: { state: keyof typeof stateLook }) {
  const [tone, icon, label] = stateLook[state]
  return <Tag tone={tone} icon={icon} label={label} />
}

function proposalsWords({ pending, accepted, discarded }: ImportSummary): string {
  const total = pending + accepted + discarded
  return total === 0 ? '–' : `${total}, accettate ${accepted}, scartate ${discarded}`
}
