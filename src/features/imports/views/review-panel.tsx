// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold, plural } from '../../../kernel/text.ts'
import type { Refusal } from '../../../platform/http/form-route.ts'
import { Alert } from '../../../ui/alert.tsx'
import { importPaths } from '../addresses.ts'
import { filterAssessments, isShown } from '../review/filter-assessments.ts'
import type { ImportReview } from '../stored/readers.ts'
import { filtersOf, type ImportParams, type ReviewAddress } from './address-words.ts'
import { DestinationForm } from './destination-form.tsx'
import { FaultyCells } from './faulty-cells.tsx'
import { PutAwayForm } from './import-panels.tsx'
import { OtherBodies } from './other-bodies.tsx'
import { ProposalFilters } from './proposal-filters.tsx'
import { ProposalList } from './proposal-list.tsx'
import { ReviewSummary } from './review-summary.tsx'

type ReviewPanelProps = {
  readonly where: ImportParams
  readonly review: ImportReview
  readonly address: ReviewAddress
  readonly refusal: Refusal | undefined
}

/** The panel to decide on what was read in a file. */
export function ReviewPanel({ where, review, address, refusal }: ReviewPanelProps) {
  const { imported, edition, assessments, state, proposals } = review
  const { destination } = imported
  const found = filterAssessments(assessments, filtersOf(address))
  const open = assessments.filter((assessment) => isShown(assessment, 'open'))
  return (
    <>
      <Remarks review={review} />
      {!destination && proposals > 0 && (
        <section class="t-panel" aria-labelledby="destinazione">
          <h2 id="destinazione" class="h4">
            A quale piano sono destinate le proposte?
          </h2>
          <p>
            Il file contiene {plural(proposals, 'proposta', 'proposte')}, ma non dice con chiarezza di quale triennio o
            di quale edizione nazionale è.
          </p>
          <DestinationForm where={where} review={review} refusal={refusal} />
        </section>
      )}
      {destination && (
        <>
          <ReviewSummary where={where} review={review} open={open} />
          <FaultyCells where={where} open={open} />
          <details class="t-details" open={refusal !== undefined}>
            <summary>Destina le proposte a un altro piano</summary>
            <DestinationForm where={where} review={review} refusal={refusal} />
          </details>
          {proposals > 0 && (
            <section aria-labelledby="proposte">
              <h2 id="proposte">Proposte</h2>
              <ProposalFilters where={where} review={review} address={address} />
              <ProposalList where={where} found={found} all={assessments} edition={edition} address={address} />
            </section>
          )}
        </>
      )}
      <OtherBodies where={where} review={review} />
      <div class="t-actions t-review-end">
        <a class="btn btn-outline-primary" href={importPaths.imports({ slug: where.slug })}>
          Torna alle importazioni
        </a>
        {state === 'ready' && <PutAwayForm where={where} />}
      </div>
    </>
  )
}

/** Remarks about the whole file: what could not be read, what has no place in a plan, whose plan it seems to be. */
function Remarks({ review: { administration, imported } }: { review: ImportReview }) {
  const { warnings = [], leftOut, administration: named = null } = imported.document ?? {}
  const { indicators = 0, terms = 0 } = leftOut ?? {}
  const foreign = named !== null && !alike(named, administration.name)
  const remarks = [
    ...(foreign
      ? [`Il file dice di essere di «${named}»: controllare che sia quello giusto per ${administration.name}.`]
      : []),
    ...warnings,
    ...(indicators > 0
      ? [`${plural(indicators, 'indicatore letto', 'indicatori letti')}: il piano non ha ancora dove metterli.`]
      : []),
    ...(terms > 0
      ? [
          `${plural(terms, 'voce di glossario letta', 'voci di glossario lette')}: il glossario del piano si compone da sé.`,
        ]
      : []),
  ]
  if (remarks.length === 0) return null
  return (
    <Alert tone={foreign ? 'warning' : 'info'}>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** `COMUNE DI CASTRO` and `Comune di Castro (LE)` name the same body. */
function alike(one: string, other: string): boolean {
  const [short = '', long = ''] = [fold(one), fold(other)].toSorted((a, b) => a.length - b.length)
  return long.includes(short)
}
