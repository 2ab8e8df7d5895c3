// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ContentOf, field, rows, schemaOf, text } from '../../records/index.ts'

/** An office or organisational unit that acts on the plan. */
export const officeFields = {
  name: field(text({ max: 200 }), { label: 'Nome dell’ufficio', heading: { card: 'Ufficio' }, required: true }),
  description: field(text({ max: 2000, rows: 2, width: 60 }), { label: 'Che cosa fa' }),
}

export const OfficeSchema = schemaOf(officeFields)
export type Office = ContentOf<typeof officeFields>

/** The offices of a body as one record: they are written together. */
export const officesFields = {
  offices: field(
    rows<Office>({
      fields: officeFields,
      schema: OfficeSchema,
      most: 200,
      line: ({ name, description }) => [name, description].filter(Boolean).join(': '),
      together: repeatedNames,
    }),
    { label: 'Uffici', help: 'Per togliere un ufficio, svuota la sua riga.', progress: true },
  ),
}

export const OfficesSchema = schemaOf(officesFields)
export type OfficesContent = ContentOf<typeof officesFields>

/** Entries name offices: two of one name could not be told apart. */
function repeatedNames(offices: readonly Office[], list: string) {
  const names = offices.map(({ name }) => name.toLowerCase())
  return offices.flatMap(({ name }, index) =>
    names.indexOf(name.toLowerCase()) < index
      ? [{ place: `${list}-${index}-name`, message: `l’ufficio «${name}» c’è già`, remedy: 'toglierne uno' }]
      : [],
  )
}
