// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, isIsoDate } from '../../../kernel/dates.ts'
import { type ContentOf, day, field, readDate, rows, schemaOf, text, together } from '../../records/index.ts'

/** An act of a body: who decided, its number and date. */
const actFields = {
  body: field(text({ max: 120 }), {
    label: 'Organo dell’atto di nomina',
    description: 'Organo, es. Giunta comunale',
    required: true,
  }),
  number: field(text({ max: 40 }), { label: 'Numero dell’atto', required: true }),
  date: field(day(), { label: 'Data dell’atto', description: 'Data dell’atto (aaaa-mm-gg)', required: true }),
}

export const ActSchema = schemaOf(actFields)
export type Act = ContentOf<typeof actFields>

/** An act in words: `Giunta comunale, atto n. 12 del 20/02/2024`. */
const actLine = ({ body, number, date }: Act): string => `${body}, atto n. ${number} del ${formatDate(date)}`

/** An act written by `actLine`, or shorter: `Giunta comunale n. 12 del 20/02/2024`. A text that is not an act is passed on. */
function readAct(line: string): unknown {
  const text = line.trim()
  const [, body, number, day = ''] =
    /^(.+), atto n\. (.+) del (\S+)$/s.exec(text) ?? /^(.+) n\. (.+) del (\S+)$/s.exec(text) ?? []
  const date = readDate(day, '').value
  return date !== undefined && isIsoDate(date) ? { body, number, date } : line
}

/** A role of the digital transition and who holds it: a position, never a person’s name. */
export const roleFields = {
  role: field(text({ max: 120 }), {
    label: 'Ruolo',
    description: 'Ruolo, es. Responsabile per la transizione digitale',
    required: true,
  }),
  holder: field(text({ max: 200 }), {
    label: 'Posizione che lo ricopre',
    description: 'Posizione che lo ricopre, es. Segretario generale',
    heading: { card: 'Ricoperto da' },
    required: true,
  }),
  act: field(together<Act>(actFields, ActSchema, actLine, readAct), {
    label: 'Atto',
    description: 'Atto di nomina',
  }),
}

export const RoleSchema = schemaOf(roleFields)
export type Role = ContentOf<typeof roleFields>

/** The roles of a body as one record: they are written together. */
export const rolesFields = {
  roles: field(
    rows<Role>({
      fields: roleFields,
      schema: RoleSchema,
      most: 100,
      line: ({ role, holder, act }) => `${role}: ${holder}${act ? ` (${actLine(act)})` : ''}`,
    }),
    { label: 'Ruoli', help: 'Per togliere un ruolo, svuota la sua riga.', progress: true },
  ),
}

export const RolesSchema = schemaOf(rolesFields)
export type RolesContent = ContentOf<typeof rolesFields>
