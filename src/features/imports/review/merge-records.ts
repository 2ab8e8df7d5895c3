// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanRecord, RecordKind } from '../model.ts'
import { type Draft, kinds } from './kinds.ts'

/** Puts a record into a profile: in place of the record with the same key, or after the others when there is none. */
export function mergeRecord(draft: Draft, kind: RecordKind, record: PlanRecord): Draft {
  const { list, place, identity } = kinds[kind]
  const records = list(draft)
  const index = records.findIndex((other) => identity(other) === identity(record))
  return place(draft, index < 0 ? [...records, record] : records.with(index, record))
}
