// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import { TextField } from '../../../../ui/form-fields.tsx'
import { type Act, ActSchema, type Role, RoleSchema } from '../../../administrations/index.ts'
import { readRows } from '../../writing/typed-rows.ts'
import { type Reading, readDate, type TypedFields, typeDate } from '../../writing/typed-values.ts'
import { controlOf, type FormFieldsProps, type PartForm, readFields, rowLabels, typedText } from '../part-form.ts'
import { type RolesContent, rolesPart } from '../roles-part.ts'
import { RowGroup, Rows } from '../views/rows.tsx'

const list = 'roles'
const labels = {
  role: 'Ruolo',
  holder: 'Posizione che lo ricopre',
  body: 'Organo dell’atto di nomina',
  number: 'Numero dell’atto',
  date: 'Data dell’atto',
} as const

/** The form of a body's roles. */
export const rolesForm: PartForm<RolesContent> = {
  kind: rolesPart,
  key: '',
  title: 'Ruoli della transizione digitale',
  lead: 'Chi risponde di che cosa, e con quale atto: il responsabile per la transizione digitale (art. 17 del CAD) e gli altri. Si scrivono le posizioni, mai i nomi delle persone. Sono dell’ente: valgono per tutti i suoi piani.',
  type: (content) => Object.assign({}, ...(content?.roles ?? []).map((role, row) => typeRole(role, `${list}-${row}`))),
  read(fields) {
    const { value: roles, problems } = readRows(fields, list, (row) => readRole(fields, row))
    return { value: roles && { roles }, problems }
  },
  labels: (fields) => rowLabels(fields, list, labels),
  words: (_, content) => (content?.roles ?? []).map(roleWords).join('\n'),
  lists: { [list]: 'ruoli' },
  Fields: RoleRows,
}

const typeRole = ({ role, holder, act }: Role, row: string): TypedFields => ({
  [`${row}-role`]: role,
  [`${row}-holder`]: holder,
  ...(act && { [`${row}-body`]: act.body, [`${row}-number`]: act.number, [`${row}-date`]: typeDate(act.date) }),
})

const roleWords = ({ role, holder, act }: Role): string =>
  `${role}: ${holder}${act ? ` (${act.body}, atto n. ${act.number} del ${formatDate(act.date)})` : ''}`

function readRole(fields: TypedFields, row: string): Reading<Role> | undefined {
  const typed = (part: string) => typedText(fields, `${row}-${part}`)
  if (Object.keys(labels).every((part) => !typed(part))) return undefined
  const place = (field: string) => `${row}-${field}`
  const { role, holder } = RoleSchema.shape
  const position = readFields<Pick<Role, 'role' | 'holder'>>(
    { role, holder },
    { role: typed('role'), holder: typed('holder') },
    { required: ['role', 'holder'], place },
  )
  const act = readAct(typed, place)
  const problems = [...position.problems, ...act.problems]
  if (problems.length > 0 || !position.value) return { value: undefined, problems }
  return { value: { ...position.value, ...(act.value && { act: act.value }) }, problems }
}

/** An act is told whole, or not at all. */
function readAct(typed: (part: string) => string | undefined, place: (field: string) => string): Reading<Act> {
  const [body, number, day] = [typed('body'), typed('number'), typed('date')]
  if (!body && !number && !day) return { value: undefined, problems: [] }
  const date = day ? readDate(day, place('date')) : { value: undefined, problems: [] }
  if (date.problems.length > 0) return { value: undefined, problems: date.problems }
  if (date.value && !/^\d{4}-\d\d-\d\d$/.test(date.value)) return { value: undefined, problems: [noDay(place)] }
  return readFields<Act>(
    ActSchema.shape,
    { body, number, date: date.value },
    { required: ['body', 'number', 'date'], place },
  )
}

const noDay = (place: (field: string) => string): Problem => ({
  place: place('date'),
  message: 'la data di un atto è un giorno',
  remedy: 'scriverla come gg/mm/aaaa',
})

function RoleRows(props: FormFieldsProps) {
  const field = (row: number, part: keyof typeof labels) => controlOf(props, `${list}-${row}-${part}`, labels[part])
  return (
    <Rows {...props} list={list} legend="Ruoli" hint="Per togliere un ruolo, svuota la sua riga.">
      {(row) => (
        <RowGroup key={row} number={row}>
          <TextField {...field(row, 'role')} />
          <TextField {...field(row, 'holder')} />
          <TextField {...field(row, 'body')} />
          <TextField {...field(row, 'number')} />
          <TextField {...field(row, 'date')} />
        </RowGroup>
      )}
    </Rows>
  )
}
