// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../../kernel/dates.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Checkbox, FieldGroup } from '../../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../../ui/forms/error-summary.tsx'
import type { LineCompletion } from '../completion.ts'

type LineResetProps = {
  readonly action: string
  readonly written: LineCompletion
  readonly refusal: Refusal | undefined
}

/** What the form asks. */
export const resetQuestion = 'Conferma'

/** Who wrote a line by hand and when, and the form that takes all of it away. */
export const LineReset = ({ action, written: { writtenBy, writtenOn }, refusal }: LineResetProps) => (
  <section class="t-panel t-after" aria-labelledby="riporta">
    <h2 id="riporta" class="h4">
      Riporta la linea com’era
    </h2>
    <p>
      L’ha scritta o confermata {writtenBy}, il {formatDate(writtenOn)}. Si può tornare a ciò che ne dicono Timone e
      l’edizione che segue.
    </p>
    <form action={action} method="post" novalidate>
      <FieldGroup name="riporta" legend={resetQuestion} error={refusal && faultOf(refusal.problems, 'riporta')}>
        <Checkbox name="riporta" value="sì" checked={false}>
          Tolgo tutto ciò che è stato scritto a mano di questa linea
        </Checkbox>
      </FieldGroup>
      <button type="submit" class="btn btn-outline-danger">
        Riporta com’era
      </button>
    </form>
  </section>
)
