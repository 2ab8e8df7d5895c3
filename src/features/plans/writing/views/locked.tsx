// SPDX-License-Identifier: AGPL-3.0-or-later
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { type EntryContent, entryPart } from '../../parts/entry-part.ts'
import { entryFieldWords } from '../../parts/entry-words.ts'
import type { EntryForm } from '../readers.ts'

type LockedProps = { readonly form: EntryForm; readonly fields: readonly (keyof EntryContent)[] }

/** Fields that the person may not change now, as they are. */
export function Locked({ form, fields }: LockedProps) {
  const names = namesOf(form)
  return (
    <DescriptionList
      facts={fields.map((field) => [
        entryPart.labels[field],
        <span key={field} class="t-printed">
          {entryFieldWords(field, form.content, names) || 'niente'}
        </span>,
      ])}
    />
  )
}

/** The names of the people who may keep the entry. */
export const namesOf = ({ keepers }: Pick<EntryForm, 'keepers'>): ReadonlyMap<string, string> =>
  new Map(keepers.map(({ id, name }) => [id, name]))
