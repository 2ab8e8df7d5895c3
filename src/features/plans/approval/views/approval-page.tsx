// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../../kernel/dates.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { actWords } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { PlanFrame, type PlanSite, planActions } from '../../plan/index.ts'
import { approvalTab } from '../menu.ts'
import type { ApprovalSheet } from '../read-approval.ts'
import { CommentForm, commentLabels } from './comment-form.tsx'
import { CommentList } from './comment-list.tsx'
import { MissingList } from './missing-list.tsx'
import { StepHistory } from './step-history.tsx'
import { StepLinks } from './step-links.tsx'
import { stepOutcomes } from './step-words.ts'
import { Way } from './way.tsx'

type ApprovalPageProps = {
  readonly site: PlanSite
  readonly sheet: ApprovalSheet
  readonly richText: (markdown: string) => ComponentChildren
  /** The part to comment on, when the person came from it. */
  readonly part?: string | undefined
  readonly outcome?: string | undefined
  /** Why a comment was refused. */
  readonly refusal?: Refusal | undefined
}

const outcomes = {
  ...stepOutcomes,
  osservazione: 'Osservazione aggiunta.',
  chiusa: 'Osservazione chiusa.',
}

/** Where a plan stands, what it lacks, what can be done now, what was said of it and what was done. */
export function ApprovalPage({ site, sheet, richText, part, outcome, refusal }: ApprovalPageProps) {
  const { administration, tailored, standing, missing, comments, subjects, steps } = sheet
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const viewer = useViewer()
  const writable = ['draft', 'inReview', 'returned'].includes(standing.state)
  const mayComment = writable && (viewer.may(planActions.review, where) || viewer.may(planActions.write, where))
  const returned = standing.state === 'returned' ? lastReason(sheet) : undefined
  return (
    <PlanFrame site={site} plan={sheet} tab={approvalTab} title={`${refusal ? 'Errore: ' : ''}Approvazione`}>
      {refusal && <ErrorSummary {...refusal} labels={commentLabels} />}
      <Flash outcomes={outcomes} outcome={outcome} />
      <section aria-labelledby="percorso">
        <h2 id="percorso">A che punto è</h2>
        <Way state={standing.state} version={standing.version} steps={steps} />
        {returned && (
          <Alert tone="warning">
            <p>Rinviato con questo motivo: «{returned}»</p>
          </Alert>
        )}
        <DescriptionList facts={standingFacts(sheet)} />
        <p class="t-after">
          <a href={planPaths.versions(where)}>Le versioni del piano e i loro documenti</a>
        </p>
      </section>
      <section aria-labelledby="passi">
        <h2 id="passi">Che cosa puoi fare adesso</h2>
        <StepLinks sheet={sheet} where={where} />
      </section>
      {writable && (
        <section aria-labelledby="mancanze">
          <h2 id="mancanze">Che cosa manca</h2>
          <MissingList missing={missing} where={where} />
        </section>
      )}
      <section aria-labelledby="osservazioni">
        <h2 id="osservazioni">Osservazioni</h2>
        <CommentList comments={comments} where={where} richText={richText} />
        {mayComment && <CommentForm subjects={subjects} where={where} part={part} refusal={refusal} />}
      </section>
      <section aria-labelledby="storia">
        <h2 id="storia">I passi fatti</h2>
        <StepHistory steps={steps} />
      </section>
    </PlanFrame>
  )
}

function standingFacts({ standing, versions }: ApprovalSheet) {
  const approved = versions.find(({ number }) => number === standing.version)
  return [
    ['Versione', String(standing.version)],
    ['Atto', approved && actWords(approved.act)],
    ['Esecutivo dal', approved?.inForceOn && formatDate(approved.inForceOn)],
    ['Impronta del contenuto', <code class="t-hash">{approved?.sha256 ?? standing.sha256}</code>],
  ] as const
}

/** Why the plan was sent back the last time. */
function lastReason({ steps }: ApprovalSheet): string | undefined {
  const event = steps.findLast((line) => line.event.type === 'planMoved')?.event
  return event?.type === 'planMoved' ? event.reason : undefined
}
