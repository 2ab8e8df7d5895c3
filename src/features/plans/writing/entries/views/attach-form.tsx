// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../../../kernel/errors.ts'
import { faultOf } from '../../../../../ui/forms/error-summary.tsx'
import { FileField, TextField } from '../../../../../ui/forms/form-fields.tsx'
import { acceptedEndings } from '../../../../attachments/index.ts'
import { planPaths } from '../../../addresses.ts'
import type { EntryContent } from '../../../plan/index.ts'
import type { RecordSheet } from '../../editor/record-form.ts'
import type { EntryPlace } from '../../model.ts'

type AttachFormProps = {
  readonly sheet: Pick<RecordSheet<EntryContent>, 'locked'>
  readonly where: EntryPlace
  readonly problems: readonly Problem[]
}

/** Attaches one file to the evidence of an entry: it is kept at once, whatever becomes of what is being typed. */
export function AttachForm({ sheet, where, problems }: AttachFormProps) {
  if (sheet.locked.has('evidence')) return null
  return (
    <section aria-labelledby="carica-file">
      <h2 id="carica-file">Carica un file</h2>
      <p>
        Il file si aggiunge subito alle prove della scheda. Salva prima ciò che stai scrivendo qui sopra, se il browser
        non ti dice che la bozza è salvata.
      </p>
      <form
        action={planPaths.entryFile(where)}
        method="post"
        enctype="multipart/form-data"
        novalidate
        aria-label="File che prova quanto fatto"
        data-after-draft
      >
        <TextField name="prova" label="Che cosa prova" value="" error={faultOf(problems, 'prova')} required />
        <FileField
          name="file"
          label="File"
          error={faultOf(problems, 'file')}
          hint={`Al massimo 20 MB: ${acceptedEndings.join(', ')}`}
          accept={acceptedEndings.map((ending) => `.${ending}`).join(',')}
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Carica e aggiungi alle prove
        </button>
      </form>
    </section>
  )
}
