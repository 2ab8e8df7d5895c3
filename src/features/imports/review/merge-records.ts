// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanRecord, RecordKind } from '../model.ts'
import { type Draft, kinds } from './kinds.ts'

/**
 * Puts a record into a profile: it replaces the one with the same identity or, if there is none, is added at the end.
 * @param occurrence which of the records with this identity, from 0.
 */
export function mergeRecord(draft: Draft, kind: RecordKind, record: PlanRecord, occurrence = 0): Draft {
  const { list, place, identity } = kinds[kind]
  const records = list(draft)
  const alike = records.filter((other) => identity(other) === identity(record))
  const replaced = alike[occurrence]
  return place(draft, replaced ? records.map((other) => (other === replaced ? record : other)) : [...records, record])
}
