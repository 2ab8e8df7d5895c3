// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { SelectField, TextArea, TextField } from '../../../../ui/form-fields.tsx'
import { paths } from '../../../../ui/paths.ts'
import { useViewer } from '../../../../ui/viewer.tsx'
import { statuses, statusLabel, statusOrUnsaidLabel } from '../../plan/model.ts'
import type { EntryPlace } from '../model.ts'
import { entryFields } from '../typed-entry.ts'
import { ActivityField } from './activity-field.tsx'
import { Locked } from './locked.tsx'
import { OfficeFields } from './office-fields.tsx'
import { EvidenceFields, MoneyFields } from './row-fields.tsx'
import { control, isUsed, type Typing } from './typing.ts'

type EntryFieldsProps = {
  readonly typing: Typing
  readonly base: number
  readonly where: EntryPlace
  readonly preview: ComponentChildren | undefined
}

/** The controls of an entry. The first button is the one that the Enter key presses: it saves. */
export function EntryFields({ typing, base, where, preview }: EntryFieldsProps) {
  const { person } = useViewer()
  const { form } = typing
  const action = paths.entryForm(where)
  return (
    <form
      action={action}
      method="post"
      novalidate
      aria-label={`Scheda della linea ${where.code}`}
      class="t-entry-form"
      data-draft={person && paths.entryDraft(where)}
    >
      <button type="submit" name="azione" value="salva" hidden>
        Salva
      </button>
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="shown" value={entryFields.filter((field) => !form.locked.has(field)).join(' ')} />
      <h2>Che cosa fa l’ente</h2>
      <ActivityField typing={typing} action={action} preview={preview} />
      <h2>A che punto è</h2>
      <SelectField
        {...control(typing, 'status')}
        none={statusOrUnsaidLabel.unsaid}
        options={statuses.map((status) => [status, statusLabel[status]])}
      />
      <TextField {...control(typing, 'statusLabel')} hint="Se lo stato si dice meglio con altre parole." />
      {form.locked.has('planned') ? (
        <Locked form={form} fields={['planned']} />
      ) : (
        <TextField {...control(typing, 'planned')} hint="Una data come gg/mm/aaaa, oppure parole." />
      )}
      <TextField {...control(typing, 'completed')} hint="Una data come gg/mm/aaaa, oppure parole." />
      <h2>Chi se ne occupa</h2>
      <OfficeFields typing={typing} />
      <h2>Risorse, note e prove</h2>
      <MoneyFields typing={typing} action={action} />
      <details class="t-details t-fold" open={isUsed(typing, 'notes')}>
        <summary>Note</summary>
        <TextArea {...control(typing, 'notes')} rows={5} />
      </details>
      <EvidenceFields typing={typing} action={action} />
      <div class="t-save-bar">
        <div class="t-actions">
          <button type="submit" name="azione" value="salva" class="btn btn-primary">
            Salva
          </button>
          {person && (
            <button type="submit" name="azione" value="bozza" class="btn btn-outline-primary">
              Salva come bozza
            </button>
          )}
          <a class="btn btn-link" href={paths.line(where)}>
            Torna alla linea senza salvare
          </a>
        </div>
        <output class="t-note" data-draft-status />
      </div>
    </form>
  )
}
