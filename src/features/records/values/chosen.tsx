// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { Checkbox, FieldGroup } from '../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import { SelectField, TextArea } from '../../../ui/forms/form-fields.tsx'
import type { ControlProps, FieldType, Offered, Option } from '../field.ts'
import { cellItems, itemsCell } from '../sheets/cells.ts'
import { controlOf, typedText } from '../typing/control.ts'
import { typedItems } from './items.tsx'

const optionsOf = (offered: Offered, from: string): readonly Option[] =>
  (offered[from] ?? []).flatMap(({ options }) => options)

type OneSettings = {
  /** The name of what the form offers. */
  readonly from: string
  readonly none: string
  /** What a value is called that is not offered any more; absent: by itself. */
  readonly gone?: string
  readonly max: number
}

/** One of what a form offers where the record is. What is stored stays, even when it is offered no more. */
export function chosenOne<Value extends string>({ from, none, gone, max }: OneSettings): FieldType<Value> {
  const words = (value: Value, offered: Offered) =>
    optionsOf(offered, from).find(([known]) => known === value)?.[1] ?? gone ?? value
  return {
    schema: z.string().trim().min(1).max(max) as unknown as z.ZodType<Value>,
    type: (value, name) => ({ [name]: value }),
    read: (fields, name) => ({ value: typedText(fields, name) as Value | undefined, problems: [] }),
    Control(props) {
      const options = optionsOf(props.offered, from)
      const value = props.fields[props.name]
      const known = !value || options.some(([option]) => option === value)
      return (
        <SelectField
          {...controlOf(props)}
          none={none}
          options={known ? options : [...options, [value, gone ?? value]]}
        />
      )
    },
    words,
    print: (value) => ({ kind: 'text', text: value }),
    cell: { width: 22, write: (value) => value, read: (cell) => cell },
  }
}

type ManySettings = {
  readonly from: string
  readonly each: number
  readonly most: number
  /** The label of a control for those that are not offered, one a line; absent: only what is offered may be chosen. */
  readonly others?: string
  /** What a value may be; absent: any text. */
  readonly item?: z.ZodType<string>
  /** The name of an option's control: by its place in the list, or by its value. */
  readonly named: 'by-place' | 'by-value'
}

/** Some of what a form offers, each with a checkbox, and others that are written. */
export function chosenMany({ from, each, most, others, item, named }: ManySettings): FieldType<string[]> {
  const control = (name: string, value: string, index: number) => `${name}-${named === 'by-place' ? index : value}`
  const otherControl = (name: string) => `${name}-others`
  return {
    schema: z.array(item ?? z.string().trim().min(1).max(each)).max(most),
    type(values, name, offered) {
      const known = optionsOf(offered, from).map(([value]) => value)
      const rest = values.filter((value) => !known.includes(value))
      const ticked = known.flatMap((value, index) =>
        values.includes(value) ? [[control(name, value, index), named === 'by-place' ? value : '1']] : [],
      )
      return { ...Object.fromEntries(ticked), ...(rest.length > 0 && { [otherControl(name)]: itemsCell(rest) }) }
    },
    read(fields, name, offered) {
      const ticked =
        named === 'by-place'
          ? Object.keys(fields)
              .filter((key) => key.startsWith(`${name}-`) && /-\d+$/.test(key))
              .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
              .map((key) => fields[key] ?? '')
          : optionsOf(offered, from).flatMap(([value], index) => (fields[control(name, value, index)] ? [value] : []))
      const all = [...new Set([...ticked, ...(typedItems(fields[otherControl(name)]) ?? [])])]
      return { value: all.length > 0 ? all : undefined, problems: [] }
    },
    Control: (props) => (
      <FieldGroup name={props.name} legend={props.label} hint={props.help} error={faultOf(props.problems, props.name)}>
        <Boxes {...props} from={from} control={control} byPlace={named === 'by-place'} />
        {others && (
          <TextArea
            {...controlOf(props, { name: otherControl(props.name), label: others })}
            rows={2}
            hint="Uno per riga."
          />
        )}
      </FieldGroup>
    ),
    // What is offered comes first, in its own order: that nobody touched.
    same: (one, other) => one.length === other.length && new Set([...one, ...other]).size === new Set(one).size,
    labels: (name, label) => ({ [name]: label, ...(others && { [otherControl(name)]: others }) }),
    words: (values) => values.join('\n'),
    print: (values) => ({ kind: 'list', items: values }),
    cell: { width: 26, write: itemsCell, read: cellItems },
  }
}

type BoxesProps = ControlProps & {
  readonly from: string
  readonly control: (name: string, value: string, index: number) => string
  readonly byPlace: boolean
}

function Boxes({ name, fields, offered, from, control, byPlace }: BoxesProps) {
  const groups = offered[from] ?? []
  const known = groups.flatMap(({ options }) => options.map(([value]) => value))
  const ticked = new Set(
    byPlace
      ? Object.entries(fields).flatMap(([key, value]) =>
          key.startsWith(`${name}-`) && /-\d+$/.test(key) ? [value] : [],
        )
      : [],
  )
  // What was chosen once and is not offered any more is still what the record says.
  const gone = [...ticked].filter((value) => !known.includes(value)).map((value): Option => [value, value])
  let index = -1
  const box = ([value, words]: Option) => {
    index += 1
    const key = control(name, value, index)
    return (
      <Checkbox
        key={key}
        name={key}
        value={byPlace ? value : '1'}
        checked={byPlace ? ticked.has(value) : Boolean(fields[key])}
      >
        {words}
      </Checkbox>
    )
  }
  return (
    <>
      {groups.map(({ heading, options }) => {
        if (heading === '') return options.map(box)
        const chosen = options.filter(([value]) => fields[control(name, value, -1)]).length
        return (
          <details key={heading} class="t-details" open={chosen > 0}>
            <summary>
              {heading}
              {chosen > 0 && ` (${chosen})`}
            </summary>
            {options.map(box)}
          </details>
        )
      })}
      {gone.map(box)}
    </>
  )
}
