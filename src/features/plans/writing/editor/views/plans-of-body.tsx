// SPDX-License-Identifier: AGPL-3.0-or-later
import { Alert } from '../../../../../ui/alert.tsx'
import type { RecordOwner } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { approvedVersion, type PlanRow } from '../../../plan/index.ts'
import type { RecordSheet } from '../record-form.ts'

type PlansOfBodyProps<Content extends object, More, Owner extends RecordOwner> = {
  readonly sheet: RecordSheet<Content, More, Owner>
}

/** What a change of something of the body does to its plans: nothing to what is approved, and it enters the rest. */
export function PlansOfBody<Content extends object, More, Owner extends RecordOwner>({
  sheet,
}: PlansOfBodyProps<Content, More, Owner>) {
  const { administration, now, plans } = sheet
  const approved = plans.filter((plan) => approvedVersion(plan) !== undefined)
  const reviewed = now.what === 'everything' ? plans.filter(({ state }) => state === 'inReview') : []
  if (approved.length + reviewed.length === 0) return null
  const link = (plan: PlanRow, words: string) => (
    <a href={planPaths.versions({ slug: administration.slug, triennium: plan.triennium })}>{words}</a>
  )
  return (
    <Alert tone="info">
      {approved.length > 0 && (
        <>
          <p>Quello che è approvato resta com’è stato approvato, con i suoi documenti:</p>
          <ul>
            {approved.map((plan) => (
              <li key={plan.id}>{link(plan, `piano ${plan.triennium}, versione ${approvedVersion(plan)}`)}</li>
            ))}
          </ul>
          <p>Ciò che cambi qui entra nelle bozze dei documenti e nelle versioni che verranno.</p>
        </>
      )}
      {reviewed.map((plan) => (
        <p key={plan.id}>
          Il piano {plan.triennium} è in revisione: ciò che cambi qui vi entra, e chi lo approva lo deve rileggere.
        </p>
      ))}
    </Alert>
  )
}
