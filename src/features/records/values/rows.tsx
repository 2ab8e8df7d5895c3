// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren, VNode } from 'preact'
import { z } from 'zod'
import type { Problem } from '../../../kernel/errors.ts'
import { FieldGroup } from '../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import { fieldId } from '../../../ui/forms/form-fields.tsx'
import { anyField, type ControlProps, type Fields, type FieldType, fieldNames } from '../field.ts'
import { cellItems, itemsCell } from '../sheets/cells.ts'
import { missingFields, readField, typeContent } from '../typing/typed-record.ts'
import { readRows, rowCountName, shownRows } from '../typing/typed-rows.ts'
import type { Reading, TypedFields } from '../typing/typed-values.ts'

type RowsSettings<Row extends object> = {
  readonly fields: Fields<Row>
  readonly schema: z.ZodType<Row>
  /** The most rows. */
  readonly most: number
  /** A row as a line of text. */
  readonly line: (row: Row) => string
  /** A line as a row; another line is passed on for the schema to refuse. Absent: sheets have rows of their own. */
  readonly fromLine?: (line: string) => unknown
  /** What is wrong with rows that are right one by one. @param list the name of their control */
  readonly together?: (rows: readonly Row[], list: string) => readonly Problem[]
  /** Draws a row its own way. */
  readonly Row?: (props: ControlProps) => VNode
  /** Reads a row its own way; undefined: it is empty. */
  readonly readRow?: (typed: TypedFields, row: string) => Reading<Row> | undefined
  /** Types a row its own way. */
  readonly typeRow?: (row: Row, name: string) => TypedFields
}

/** A list of rows, each with a few fields of its own; people add rows, and take one away by emptying it. */
export function rows<Row extends object>(settings: RowsSettings<Row>): FieldType<Row[]> {
  const { fields, schema, most, line, fromLine, together = () => [] } = settings
  const readRow = settings.readRow ?? ((typed, row) => readPlainRow(fields, typed, row))
  const typeRow = settings.typeRow ?? ((row, name) => typeContent(fields, row, {}, `${name}-`))
  const Row = settings.Row ?? ((props) => <PlainRow {...props} of={fields} />)
  return {
    schema: z.array(schema).max(most),
    type: (values, name) => Object.assign({}, ...values.map((row, index) => typeRow(row, `${name}-${index}`))),
    read(typed, name) {
      const { value, problems } = readRows(typed, name, (row) => readRow(typed, row))
      return { value, problems: [...problems, ...together(value ?? [], name)] }
    },
    Control: (props) => (
      <RowList
        {...props}
        help={[props.help ?? 'Per togliere una riga, svuotala.', neededWords(fields)].join(' ').trim()}
      >
        {shownRows(props.fields, props.name).map((number) => (
          <fieldset key={number} class="t-row">
            <legend class="t-note">Riga {number + 1}</legend>
            <Row {...props} name={`${props.name}-${number}`} />
          </fieldset>
        ))}
      </RowList>
    ),
    labels: (name, label, typed) => rowLabels(fields, name, label, typed),
    words: (values) => values.map(line).join('\n'),
    print: (values) => ({ kind: 'list', items: values.map(line) }),
    cell: {
      width: 40,
      write: (values) => itemsCell(values.map(line)),
      read: (cell) => cellItems(cell).map((item) => fromLine?.(item) ?? item),
    },
  }
}

/** A row whose fields are read one by one; undefined: all of them are empty. */
export function readPlainRow<Row extends object>(
  fields: Fields<Row>,
  typed: TypedFields,
  row: string,
): Reading<Row> | undefined {
  const prefix = `${row}-`
  const problems: Problem[] = []
  const content: Partial<Record<keyof Row, unknown>> = {}
  for (const name of fieldNames(fields)) {
    const { value, problems: found } = readField(fields, name, typed, {}, prefix)
    problems.push(...found)
    if (value !== undefined) content[name] = value
  }
  if (problems.length === 0 && Object.keys(content).length === 0) return undefined
  const known = new Set(problems.map(({ place }) => place))
  problems.push(...missingFields(fields, content, prefix).filter(({ place }) => !known.has(place)))
  return problems.length > 0 ? { value: undefined, problems } : { value: content as Row, problems }
}

/** The controls of a row, one after the other. None is required by itself: a row may stay empty. */
export const PlainRow = <Row extends object>({ of, ...props }: ControlProps & { readonly of: Fields<Row> }) => (
  <>
    {fieldNames(of).map((part) => {
      const { Control, label, help } = anyField(of, part)
      return <Control key={part} {...props} name={`${props.name}-${part}`} label={label} help={help} required={false} />
    })}
  </>
)

/** What a row that is not empty must say: `In ogni riga servono: Fonte, Anno.` */
function neededWords<Row extends object>(fields: Fields<Row>): string {
  const needed = fieldNames(fields).filter((part) => anyField(fields, part).required)
  return needed.length > 0
    ? `In ogni riga servono: ${needed.map((part) => anyField(fields, part).label).join(', ')}.`
    : ''
}

/** What the controls of a list’s rows are called, where the row has to be told: `Importi, riga 2: Anno`. */
const rowLabels = <Row extends object>(
  fields: Fields<Row>,
  list: string,
  label: string,
  typed: TypedFields,
): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...shownRows(typed, list).flatMap((row) =>
      fieldNames(fields).map((part) => {
        const name = `${list}-${row}-${part}`
        const { label: own, labels } = anyField(fields, part)
        const inner = labels ? labels(name, own, typed) : { [name]: own }
        return Object.fromEntries(
          Object.entries(inner).map(([control, words]) => [control, `${label}, riga ${row + 1}: ${words}`]),
        )
      }),
    ),
  )

/** The rows of a list, and the button that adds some: it works without a script. */
function RowList({
  name,
  label,
  help,
  fields,
  problems,
  action,
  children,
}: ControlProps & { readonly children: ComponentChildren }) {
  return (
    <FieldGroup name={name} legend={label} hint={help} error={faultOf(problems, name)}>
      <input type="hidden" name={rowCountName(name)} value={shownRows(fields, name).length} />
      {children}
      <button
        type="submit"
        name="azione"
        value={`righe-${name}`}
        formaction={`${action}#${fieldId(name)}`}
        class="btn btn-outline-primary btn-sm"
      >
        Aggiungi righe
      </button>
    </FieldGroup>
  )
}
