// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { faultOf } from '../../../../ui/forms/error-summary.tsx'
import { FileField, SelectField, TextArea, TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Need } from '../../plan/index.ts'
import { approvingBodies } from '../model.ts'
import { stepLabels } from './step-words.ts'

/** The value that says that the body is none of the usual ones. */
export const anotherBody = 'altro'

/** The controls of all that a step needs from who takes it. */
export function StepFields({ needs, refusal }: { needs: readonly Need[]; refusal?: Refusal | undefined }) {
  const field = (name: string, hint?: string) => ({
    name,
    hint,
    label: stepLabels[name] ?? name,
    required: true,
    error: refusal && faultOf(refusal.problems, name),
    value: refusal?.values[name],
  })
  return (
    <>
      {needs.includes('reason') && (
        <TextArea {...field('reason', 'Lo leggeranno tutti quelli che lavorano al piano.')} rows={4} />
      )}
      {needs.includes('act') && (
        <>
          <SelectField
            {...field('act.body')}
            none="Scegli l’organo"
            options={[...approvingBodies.map((body) => [body, body] as const), [anotherBody, 'Un altro organo']]}
          />
          <TextField {...field('act.other', 'Solo se non è fra quelli dell’elenco.')} required={false} />
          <TextField {...field('act.number', 'Come è scritto sull’atto, per esempio 45 o 45/2026.')} />
          <TextField {...field('act.date', 'gg/mm/aaaa')} inputmode="numeric" />
          <FileField
            {...field('file', 'PDF, anche firmato digitalmente (.p7m). Al massimo 20 MB.')}
            accept=".pdf,.p7m"
          />
        </>
      )}
      {needs.includes('date') && <TextField {...field('date', 'gg/mm/aaaa')} inputmode="numeric" />}
    </>
  )
}
