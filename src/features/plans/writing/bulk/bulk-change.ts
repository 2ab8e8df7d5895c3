// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../../kernel/access.ts'
import { invalidInput, type Problem } from '../../../../kernel/errors.ts'
import { readDate, readWith, type TypedFields } from '../../../records/index.ts'
import { type EntryContent, EntryContentSchema, entryContentFields } from '../../plan/index.ts'

/** What is typed to be said of many entries: `status`, `planned`, `completed`, `office`, `ownerOffice`, `ownerPerson`. */
export type BulkChange = TypedFields

/** What is to be said of many entries; what is absent stays as it is. */
export type ReadChange = Pick<EntryContent, 'status' | 'planned' | 'completed' | 'ownerOffice' | 'ownerPerson'> & {
  /** Added to the offices that carry the line out. */
  readonly office?: string
}

const labelOf = (field: keyof EntryContent): string => entryContentFields[field].label

/** The controls of a change of many entries, with what people call them. */
export const bulkLabels = {
  status: labelOf('status'),
  planned: labelOf('planned'),
  completed: labelOf('completed'),
  office: 'Aggiungi l’ufficio incaricato',
  ownerOffice: labelOf('ownerOffice'),
  ownerPerson: labelOf('ownerPerson'),
} as const

/** Reads what was typed. @throws {TimoneError} `invalid-input` when it says nothing, or something that cannot be. */
export function readBulkChange(typed: BulkChange): ReadChange {
  const problems: Problem[] = []
  const take = <T>({
    value,
    problems: found,
  }: {
    readonly value: T | undefined
    readonly problems: readonly Problem[]
  }) => {
    problems.push(...found)
    return value
  }
  const { status, planned, completed, office, ownerOffice, ownerPerson } = typed
  const { shape } = EntryContentSchema
  const change: ReadChange = {
    ...(status && { status: take(readWith(shape.status, status, 'status')) }),
    ...(planned && { planned: take(readDate(planned.trim(), 'planned')) }),
    ...(completed && { completed: take(readDate(completed.trim(), 'completed')) }),
    ...(office && { office }),
    ...(ownerOffice && { ownerOffice }),
    ...(ownerPerson && { ownerPerson: ownerPerson as PersonId }),
  }
  if (problems.length === 0 && Object.keys(change).length === 0) {
    problems.push({ place: 'status', message: 'non c’è niente da cambiare', remedy: 'scegliere almeno un valore' })
  }
  if (problems.length > 0) throw invalidInput('Le linee non sono state aggiornate.', problems)
  return change
}

/** An entry of which a change says something. */
export function applyChange(before: EntryContent | undefined, { office, ...said }: ReadChange): EntryContent {
  const offices = before?.offices ?? []
  const added = office === undefined || offices.includes(office) ? undefined : [...offices, office]
  return { ...before, ...said, ...(added && { offices: added }) }
}
