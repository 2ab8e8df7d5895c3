// SPDX-License-Identifier: AGPL-3.0-or-later
import { Checkbox, FieldGroup } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { SelectField, TextArea } from '../../../../ui/form-fields.tsx'
import { Locked } from './locked.tsx'
import { control, type Typing } from './typing.ts'

/** Who carries the line out, and who keeps the entry up to date. */
export function OfficeFields({ typing }: { readonly typing: Typing }) {
  const { form, fields, problems } = typing
  const { locked, offices, keepers } = form
  const ticked = new Set(Object.entries(fields).flatMap(([name, value]) => (/^offices-\d+$/.test(name) ? [value] : [])))
  // An office that the body does not list any more is still what the entry says.
  const listed = (name: string | undefined) => [...new Set([...offices, ...(name ? [name] : [])])]
  return (
    <>
      {locked.has('offices') ? (
        <Locked form={form} fields={['offices']} />
      ) : (
        <FieldGroup name="offices" legend="Uffici incaricati" error={faultOf(problems, 'offices')}>
          {[...new Set([...offices, ...ticked])].map((name, index) => (
            <Checkbox key={name} name={`offices-${index}`} value={name} checked={ticked.has(name)}>
              {name}
            </Checkbox>
          ))}
          <TextArea {...control(typing, 'offices-others')} rows={2} hint="Uno per riga." />
        </FieldGroup>
      )}
      {locked.has('ownerOffice') ? (
        <Locked form={form} fields={['ownerOffice', 'ownerPerson']} />
      ) : (
        <>
          <SelectField
            {...control(typing, 'ownerOffice')}
            none="Nessuno"
            options={listed(fields.ownerOffice).map((name) => [name, name])}
          />
          <SelectField
            {...control(typing, 'ownerPerson')}
            none="Nessuna"
            options={[
              ...keepers.map(({ id, name }) => [id, name] as const),
              ...(fields.ownerPerson && !keepers.some(({ id }) => id === fields.ownerPerson)
                ? [[fields.ownerPerson, 'Una persona che non ha più un ruolo qui'] as const]
                : []),
            ]}
          />
        </>
      )}
    </>
  )
}
