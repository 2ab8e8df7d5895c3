// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { faultOf } from '../../../../ui/forms/error-summary.tsx'
import { SelectField, TextArea } from '../../../../ui/forms/form-fields.tsx'
import { planPaths } from '../../addresses.ts'
import type { PlanAddress } from '../../plan/index.ts'
import type { CommentSubject } from '../comments/comment-subjects.ts'

/** The fields of the form, as its faults name them. */
export const commentLabels = { part: 'Di che cosa parli', field: 'Di quale campo', text: 'Osservazione' }

type CommentFormProps = {
  readonly subjects: readonly CommentSubject[]
  readonly where: PlanAddress
  /** The part that the person came from, or chose. */
  readonly part?: string | undefined
  readonly refusal?: Refusal | undefined
}

/** Says something of a plan, of a part of it or of a field. */
export function CommentForm({ subjects, where, part, refusal }: CommentFormProps) {
  const { values = {}, problems = [] } = refusal ?? {}
  return (
    <form id="nuova-osservazione" class="t-panel" method="post" action={planPaths.comments(where)} novalidate>
      <h3 class="h5">Aggiungi un’osservazione</h3>
      <SelectField
        name="part"
        label={commentLabels.part}
        none="Tutto il piano"
        options={subjects.map(({ name, label }) => [name, label])}
        value={values.part ?? part}
        error={faultOf(problems, 'part')}
      />
      <SelectField
        name="field"
        label={commentLabels.field}
        hint="Solo per la scheda di una linea."
        none="Nessuno in particolare"
        options={[...new Map(subjects.flatMap(({ fields }) => fields))]}
        value={values.field}
        error={faultOf(problems, 'field')}
      />
      <TextArea
        name="text"
        label={commentLabels.text}
        rows={4}
        value={values.text}
        error={faultOf(problems, 'text')}
        required
      />
      <button type="submit" class="btn btn-primary">
        Aggiungi l’osservazione
      </button>
    </form>
  )
}
