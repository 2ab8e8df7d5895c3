// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../../kernel/money.ts'
import { statusLabel } from '../plan/model.ts'
import { formatDateOrWords } from '../plan/words.ts'
import type { EntryContent } from './entry-part.ts'

/** Who people are, by their key; people who are not there any more are nobody's name. */
export type NamesOfPeople = ReadonlyMap<string, string>

/** A field of an entry as people read it, as plain text of one or more lines; empty where nothing is said. */
export function entryFieldWords(
  field: keyof EntryContent,
  content: EntryContent | undefined,
  names: NamesOfPeople = new Map(),
): string {
  const { status, ownerPerson, allocations, evidence } = content ?? {}
  switch (field) {
    case 'status':
      return status ? statusLabel[status] : ''
    case 'planned':
    case 'completed':
      return formatDateOrWords(content?.[field])
    case 'offices':
    case 'funding':
      return (content?.[field] ?? []).join('\n')
    case 'allocations':
      return (allocations ?? [])
        .map(({ source, year, amount }) => `${source}, ${year}: ${formatAmount(amount)}`)
        .join('\n')
    case 'evidence':
      return (evidence ?? []).map(({ label, url, file }) => `${label} (${url ?? `file ${file?.name}`})`).join('\n')
    case 'ownerPerson':
      return ownerPerson ? (names.get(ownerPerson) ?? 'una persona che non ha più un ruolo qui') : ''
    case 'activity':
    case 'statusLabel':
    case 'notes':
    case 'ownerOffice':
      return content?.[field] ?? ''
  }
}
