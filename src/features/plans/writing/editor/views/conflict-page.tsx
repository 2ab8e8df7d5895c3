// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../../kernel/dates.ts'
import type { Problem } from '../../../../../kernel/errors.ts'
import { Alert } from '../../../../../ui/alert.tsx'
import { ErrorSummary } from '../../../../../ui/forms/error-summary.tsx'
import type { Site } from '../../../../../ui/page/site.ts'
import {
  anyField,
  type Conflict,
  ConflictChoices,
  fieldNames,
  fieldWords,
  type RecordOwner,
  sideName,
  type TypedFields,
} from '../../../../records/index.ts'
import type { RecordSheet } from '../record-form.ts'
import { RecordFrame } from './record-frame.tsx'

type ConflictPageProps<Content extends object, More, Owner extends RecordOwner> = {
  readonly site: Site
  readonly sheet: RecordSheet<Content, More, Owner>
  readonly action: string
  /** What the person typed, and the revision that they had before them. */
  readonly typed: TypedFields
  readonly base: number
  readonly conflict: Conflict<Content>
  /** What was chosen already, by control. */
  readonly chosen: TypedFields
  readonly problems: readonly Problem[]
}

/** Somebody else saved the record meanwhile: both sides, to choose between; nothing is stored until then. */
export function ConflictPage<Content extends object, More, Owner extends RecordOwner>(
  props: ConflictPageProps<Content, More, Owner>,
) {
  const { site, sheet, action, typed, base, conflict, chosen, problems } = props
  const { form, locked, offered } = sheet
  const { fields } = form.kind
  const labels = Object.fromEntries(fieldNames(fields).map((field) => [sideName(field), anyField(fields, field).label]))
  return (
    <RecordFrame site={site} sheet={sheet} state="Scegli che cosa tenere">
      {problems.length > 0 && <ErrorSummary message="Niente è ancora salvato" problems={problems} labels={labels} />}
      <Alert tone="warning">
        <h2>È cambiato mentre scrivevi</h2>
        <p>
          {conflict.by} ha salvato il {formatInstant(conflict.at)}. Niente è stato sovrascritto: scegli campo per campo
          che cosa tenere, poi salva.
        </p>
      </Alert>
      <form action={action} method="post" novalidate aria-label="Che cosa tenere">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="theirs" value={conflict.revision} />
        <ConflictChoices
          of={fields}
          conflict={conflict}
          words={(field, content) => fieldWords(fields, field, content, offered)}
          locked={locked}
          chosen={chosen}
          problems={problems}
        />
        <div class="t-actions">
          <button type="submit" name="azione" value="risolvi" class="btn btn-primary">
            Salva ciò che ho scelto
          </button>
          <a class="btn btn-link" href={form.back.href}>
            Lascia la versione di {conflict.by}
          </a>
        </div>
      </form>
    </RecordFrame>
  )
}
