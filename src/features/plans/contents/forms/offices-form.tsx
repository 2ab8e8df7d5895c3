// SPDX-License-Identifier: AGPL-3.0-or-later
import { TextArea, TextField } from '../../../../ui/form-fields.tsx'
import { type Office, OfficeSchema } from '../../../administrations/index.ts'
import { readRows } from '../../writing/typed-rows.ts'
import { type OfficesContent, officesPart } from '../offices-part.ts'
import { controlOf, type FormFieldsProps, type PartForm, readFields, rowLabels, typedText } from '../part-form.ts'
import { RowGroup, Rows } from '../views/rows.tsx'

const list = 'offices'
const labels = { name: 'Nome dell’ufficio', description: 'Che cosa fa' } as const

/** The form of a body's offices. */
export const officesForm: PartForm<OfficesContent> = {
  kind: officesPart,
  key: '',
  title: 'Uffici che attuano il piano',
  lead: 'Gli uffici che si vedono nelle schede, e che le tengono aggiornate. Sono dell’ente: valgono per tutti i suoi piani.',
  type: (content) =>
    Object.assign(
      {},
      ...(content?.offices ?? []).map(({ name, description }, row) => ({
        [`${list}-${row}-name`]: name,
        ...(description && { [`${list}-${row}-description`]: description }),
      })),
    ),
  read(fields) {
    const { value: offices, problems } = readRows<Office>(fields, list, (row) => {
      const [name, description] = [typedText(fields, `${row}-name`), typedText(fields, `${row}-description`)]
      if (!name && !description) return undefined
      const { shape } = OfficeSchema
      return readFields<Office>(
        shape,
        { name, description },
        { required: ['name'], place: (field) => `${row}-${field}` },
      )
    })
    return { value: offices && { offices }, problems: [...problems, ...repeated(offices ?? [])] }
  },
  labels: (fields) => rowLabels(fields, list, labels),
  words: (_, content) =>
    (content?.offices ?? []).map(({ name, description }) => [name, description].filter(Boolean).join(': ')).join('\n'),
  lists: { [list]: 'uffici' },
  Fields: OfficeRows,
}

function OfficeRows(props: FormFieldsProps) {
  return (
    <Rows {...props} list={list} legend="Uffici" hint="Per togliere un ufficio, svuota la sua riga.">
      {(row) => (
        <RowGroup key={row} number={row}>
          <TextField {...controlOf(props, `${list}-${row}-name`, labels.name)} />
          <TextArea {...controlOf(props, `${list}-${row}-description`, labels.description)} rows={2} />
        </RowGroup>
      )}
    </Rows>
  )
}

/** Entries name offices: two of one name could not be told apart. */
function repeated(offices: readonly Office[]) {
  const names = offices.map(({ name }) => name.toLowerCase())
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            place: `${list}-${index}-name`,
            message: `l’ufficio «${offices[index]?.name}» c’è già`,
            remedy: 'toglierne uno',
          },
        ]
      : [],
  )
}
