// SPDX-License-Identifier: AGPL-3.0-or-later
import { Checkbox, FieldGroup } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { fieldId, TextArea, TextField } from '../../../../ui/form-fields.tsx'
import { paths } from '../../../../ui/paths.ts'
import { typedFile } from '../typed-rows.ts'
import { Locked } from './locked.tsx'
import { control, isUsed, rowsOf, type Typing } from './typing.ts'

type RowFieldsProps = { readonly typing: Typing; readonly action: string }

/** Where the money comes from: sources, and amounts by source and year. */
export function MoneyFields({ typing, action }: RowFieldsProps) {
  const { form, problems } = typing
  if (form.locked.has('funding')) return <Locked form={form} fields={['funding', 'allocations']} />
  return (
    <details class="t-details t-fold" open={isUsed(typing, 'funding', 'allocations')}>
      <summary>Risorse</summary>
      <TextArea {...control(typing, 'funding')} rows={3} hint="Una per riga." />
      <FieldGroup
        name="allocations"
        legend="Importi per fonte e anno"
        hint="Per esempio 1.234,50. Le righe vuote non contano."
        error={faultOf(problems, 'allocations')}
      >
        {rowsOf(typing, 'allocations', 2).map((row) => (
          <div key={row} class="t-row t-row-money">
            {['source', 'year', 'amount'].map((part) => (
              <TextField key={part} {...control(typing, `allocations-${row}-${part}`)} />
            ))}
          </div>
        ))}
        <MoreRows action={action} list="allocations" label="Aggiungi righe di importi" />
      </FieldGroup>
    </details>
  )
}

/** What proves what was done: addresses, and files that were attached. */
export function EvidenceFields({ typing, action }: RowFieldsProps) {
  const { form, problems, fields } = typing
  if (form.locked.has('evidence')) return <Locked form={form} fields={['evidence']} />
  const { slug } = form.administration
  return (
    <details class="t-details t-fold" open={isUsed(typing, 'evidence')}>
      <summary>Prove</summary>
      <FieldGroup
        name="evidence"
        legend="Indirizzi e file"
        hint="Un indirizzo che comincia con https://; per un file usa «Carica un file», più sotto."
        error={faultOf(problems, 'evidence')}
      >
        {rowsOf(typing, 'evidence', 1).map((row) => {
          const name = `evidence-${row}`
          const typed = fields[`${name}-file`]
          const file = typed === undefined ? undefined : typedFile(typed)
          return (
            <div key={row} class="t-row">
              <TextField {...control(typing, `${name}-label`)} />
              {file ? (
                <div class="t-input">
                  <p>
                    File: <a href={paths.attachment({ slug, sha256: file.sha256 })}>{file.name}</a>
                  </p>
                  <input type="hidden" name={`${name}-file`} value={typed} />
                  <Checkbox name={`${name}-drop`} value="1" checked={fields[`${name}-drop`] === '1'}>
                    Togli questo file dalle prove
                  </Checkbox>
                </div>
              ) : (
                <TextField {...control(typing, `${name}-url`)} />
              )}
            </div>
          )
        })}
        <MoreRows action={action} list="evidence" label="Aggiungi righe di prove" />
      </FieldGroup>
    </details>
  )
}

const MoreRows = ({ action, list, label }: { action: string; list: string; label: string }) => (
  <button
    type="submit"
    name="azione"
    value={`righe-${list}`}
    formaction={`${action}#${fieldId(list)}`}
    class="btn btn-outline-primary btn-sm"
  >
    {label}
  </button>
)
