// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Problem } from '../../../../kernel/errors.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { planPaths } from '../../addresses.ts'
import { PlanFrame, type PlanSite, type TransitionName } from '../../plan/index.ts'
import { approvalTab } from '../menu.ts'
import type { ApprovalSheet } from '../read-approval.ts'
import { stepOf } from '../rules.ts'
import { StepFields } from './step-fields.tsx'
import { obstacles } from './step-links.tsx'
import { stepLabels, stepWords } from './step-words.ts'

type StepPageProps = {
  readonly site: PlanSite
  readonly sheet: ApprovalSheet
  readonly name: TransitionName
  /** Why the step was refused, and what was typed. */
  readonly refusal?: Refusal | undefined
}

/** One step of a plan: what it does, and what it needs. */
export function StepPage({ site, sheet, name, refusal }: StepPageProps) {
  const { administration, tailored, standing } = sheet
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const { label } = stepOf(name)
  const waits = obstacles(sheet, name)
  return (
    <PlanFrame site={site} plan={sheet} tab={approvalTab} title={`${refusal ? 'Errore: ' : ''}${label}`}>
      {refusal && <Refused refusal={refusal} />}
      {refusal?.values.hash !== undefined && refusal.values.hash !== standing.sha256 && (
        <Alert tone="warning">
          <p>
            Il piano è cambiato da quando hai aperto questa pagina. <a href={planPaths.plan(where)}>Rileggi il piano</a>
            , poi <a href={planPaths.planStep({ ...where, step: stepWords[name].word })}>riapri questo modulo</a>.
          </p>
        </Alert>
      )}
      <h2>{label}</h2>
      <p class="lead">{stepWords[name].purpose}</p>
      {waits.length > 0 ? (
        <p class="t-empty">
          Non si può ancora: {waits.join(' e ')}.{' '}
          <a href={planPaths.approval(where)}>Vai alla pagina dell’approvazione</a>
        </p>
      ) : (
        <form
          class="t-panel"
          method="post"
          enctype="multipart/form-data"
          action={planPaths.planStep({ ...where, step: stepWords[name].word })}
          novalidate
        >
          {stepOf(name).effect === 'freeze' && (
            <>
              <input type="hidden" name="revision" value={refusal?.values.revision ?? String(standing.revision)} />
              <input type="hidden" name="hash" value={refusal?.values.hash ?? standing.sha256} />
            </>
          )}
          <StepFields needs={stepOf(name).needs} refusal={refusal} />
          <div class="t-actions">
            <button type="submit" class="btn btn-primary">
              {label}
            </button>
            <a href={planPaths.approval(where)}>Torna all’approvazione senza fare niente</a>
          </div>
        </form>
      )}
    </PlanFrame>
  )
}

/** Why the step was not taken; what is missing in the plan leads to where it is written. */
function Refused({ refusal: { message, problems } }: { refusal: Refusal }) {
  const elsewhere = problems.filter(({ place }) => place.startsWith('/'))
  if (elsewhere.length === 0) return <ErrorSummary message={message} problems={problems} labels={stepLabels} />
  return (
    <div class="alert alert-danger t-alert" role="alert" aria-labelledby="errori">
      <h2 id="errori" class="h5">
        {message}
      </h2>
      <ul>
        {elsewhere.map((problem: Problem) => (
          <li key={`${problem.place} ${problem.message}`}>
            <a href={problem.place}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
