// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { formatMoment } from '../../../kernel/dates.ts'
import type { Refusal } from '../../../platform/http/form-route.ts'
import { Alert } from '../../../ui/alert.tsx'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { administrationPaths, administrationsEntry, DemonstrationNotice } from '../../administrations/index.ts'
import { importPaths } from '../addresses.ts'
import type { ImportReview } from '../stored/readers.ts'
import type { ImportParams, ReviewAddress } from './address-words.ts'
import { destinationLabels } from './destination-form.tsx'
import { FailedPanel, PutAwayPanel, ReadingPanel } from './import-panels.tsx'
import { StateTag } from './imports-page.tsx'
import { type Outcome, outcomeWords } from './outcome.ts'
import { ReviewPanel } from './review-panel.tsx'
import { sizeWords } from './words.ts'

type ImportPageProps = {
  readonly site: Site
  readonly review: ImportReview
  readonly address: ReviewAddress
  readonly outcome?: Outcome | undefined
  /** Why the chosen plan was refused. */
  readonly refusal?: Refusal | undefined
}

/** The page of one import: the progress of reading, what was read, and the outcome. */
export function ImportPage({ site, review, address, outcome, refusal }: ImportPageProps) {
  const { administration, imported, state } = review
  const { slug, name } = administration
  const where = { slug, id: String(imported.id) }
  const news = outcome && outcomeWords(outcome)
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${refusal ? 'Errore: ' : ''}${news ? `${news} ` : ''}${imported.filename} · Importazione, ${name}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Importazioni', href: importPaths.imports({ slug }) },
        { label: imported.filename },
      ]}
    >
      {refusal && <ErrorSummary {...refusal} labels={destinationLabels} />}
      {news && (
        <Alert tone="success">
          <output>{news}</output>
        </Alert>
      )}
      <div class="t-heading">
        <p class="t-eyebrow">Importazione · {name}</p>
        <h1 class="t-filename">{imported.filename}</h1>
        <p class="t-tags">
          <StateTag state={state} />
          <span class="t-note">
            Caricato il {formatMoment(imported.uploadedAt)}, {sizeWords(imported.size)}
          </span>
          {state !== 'discarded' && <a href={importPaths.importFile(where)}>Scarica il file</a>}
        </p>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      <Content where={where} review={review} address={address} refusal={refusal} />
    </Layout>
  )
}

type ContentProps = {
  readonly where: ImportParams
  readonly review: ImportReview
  readonly address: ReviewAddress
  readonly refusal: Refusal | undefined
}

function Content({ where, review, address, refusal }: ContentProps): ComponentChildren {
  switch (review.state) {
    case 'reading':
      return <ReadingPanel where={where} progress={review.imported.progress} />
    case 'failed':
      return <FailedPanel where={where} failure={review.imported.failure} />
    case 'discarded':
      return <PutAwayPanel where={where} />
    case 'ready':
    case 'applied':
      return <ReviewPanel where={where} review={review} address={address} refusal={refusal} />
  }
}
