// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import type { Problem } from '../../../../../kernel/errors.ts'
import { DescriptionList } from '../../../../../ui/description-list.tsx'
import {
  anyField,
  type ControlProps,
  type FormGroup,
  fieldNames,
  fieldWords,
  type Offered,
  type RecordKind,
  type TypedFields,
} from '../../../../records/index.ts'

/** What the fields of a form are drawn with. */
export type FieldsProps<Content extends object> = {
  readonly kind: Pick<RecordKind<Content>, 'fields' | 'groups'>
  readonly content: Content | undefined
  readonly locked: ReadonlySet<keyof Content>
  readonly offered: Offered
  readonly fields: TypedFields
  readonly problems: readonly Problem[]
  readonly action: string
  readonly links: ControlProps['links']
  readonly withTools: ControlProps['withTools']
}

/** The fields of a record, in the groups of its form; those that may not be changed now are shown as they are. */
export function RecordFields<Content extends object>(props: FieldsProps<Content>) {
  const { kind } = props
  const groups: Readonly<Record<string, FormGroup>> = kind.groups ?? { '': {} }
  const [first = ''] = Object.keys(groups)
  const byGroup = Map.groupBy(fieldNames(kind.fields), (name) => anyField(kind.fields, name).group ?? first)
  return (
    <>
      {Object.entries(groups).map(([group, settings]) => (
        <Group key={group} {...props} settings={settings} names={byGroup.get(group) ?? []} />
      ))}
    </>
  )
}

type GroupProps<Content extends object> = FieldsProps<Content> & {
  readonly settings: FormGroup
  readonly names: readonly (keyof Content & string)[]
}

function Group<Content extends object>({ settings, names, ...props }: GroupProps<Content>) {
  if (names.length === 0) return null
  const drawn = names.map((name) => <RecordField key={name} {...props} name={name} />)
  return (
    <>
      {settings.heading && <h2>{settings.heading}</h2>}
      {settings.folded === undefined || names.every((name) => props.locked.has(name)) ? (
        drawn
      ) : (
        <details class="t-details t-fold" open={names.some((name) => isUsed(props, name))}>
          <summary>{settings.folded}</summary>
          {drawn}
        </details>
      )}
    </>
  )
}

/** One field of a record: its control, or what it says where it may not be changed now. */
export function RecordField<Content extends object>({
  name,
  ...props
}: FieldsProps<Content> & { readonly name: keyof Content & string }): VNode {
  const { kind, locked, content, offered, fields, problems, action, links, withTools } = props
  const { Control, label, help, required } = anyField(kind.fields, name)
  if (locked.has(name)) {
    const words = fieldWords(kind.fields, name, content, offered) || 'niente'
    return (
      <DescriptionList
        facts={[
          [
            label,
            <span key={name} class="t-printed">
              {words}
            </span>,
          ],
        ]}
      />
    )
  }
  return (
    <Control
      name={name}
      label={label}
      help={help}
      required={required}
      fields={fields}
      problems={problems}
      offered={offered}
      action={action}
      links={links}
      withTools={withTools}
    />
  )
}

/** Whether one of the controls of a field has something in it, or a fault. */
const isUsed = <Content extends object>({ fields, problems }: FieldsProps<Content>, name: string): boolean =>
  [...Object.keys(fields), ...problems.map(({ place }) => place)].some(
    (control) => control === name || (control.startsWith(`${name}-`) && !control.endsWith('-count')),
  )
