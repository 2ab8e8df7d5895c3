// SPDX-License-Identifier: AGPL-3.0-or-later

import { type FieldLabel, recordName, recordTeller } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { ListSource, PlanAddress, RecordKinds } from '../../plan/index.ts'

/** A record that reviewers can speak of. */
export type CommentSubject = {
  /** `entry:CAP1.PA.01`, `narrative:introduction`; a kind alone: all its records. */
  readonly name: string
  readonly label: string
  /** Where it is written. */
  readonly page: string
  /** Its fields that can be spoken of one by one. */
  readonly fields: readonly FieldLabel[]
}

/** The records of a plan and its body that can be spoken of, those that are written and those that may be. */
export async function listCommentSubjects(
  kinds: RecordKinds,
  source: ListSource,
  where: PlanAddress,
): Promise<readonly CommentSubject[]> {
  const subjects: CommentSubject[] = []
  for (const kind of kinds) {
    if (!kind.comments) continue
    if (kind.numbered) {
      const { section, words } = kind.numbered
      const page = `${planPaths.contents(where)}#gruppo-${section}`
      subjects.push({ name: kind.name, label: words.all, page, fields: [] })
    }
    const fields = kind.comments === 'fields' ? kind.labels : []
    for (const { key, label, inFull = label } of await kind.list(source)) {
      subjects.push({ name: recordName(kind, key), label: inFull, page: kind.page(where, key), fields })
    }
  }
  return subjects
}

/** Of what a comment speaks, in words, and where that is written. */
export type Spoken = { readonly label: string; readonly page?: string; readonly field?: string }

/**
 * Tells of what comments speak.
 * @returns of a record that is there its label and page; of one that was taken away since, what its kind calls it.
 */
export function tellSubjects(kinds: RecordKinds, subjects: readonly CommentSubject[]) {
  const teller = recordTeller(kinds)
  const known = new Map(subjects.map((subject) => [subject.name, subject]))
  return ({ part, field }: { readonly part?: string; readonly field?: string }): Spoken => {
    if (part === undefined) return { label: 'Tutto il piano' }
    const subject = known.get(part)
    const called = teller.record(part)
    return {
      label: subject?.label ?? `${called.charAt(0).toUpperCase()}${called.slice(1)}`,
      ...(subject && { page: subject.page }),
      ...(field !== undefined && { field: teller.field(part, field) }),
    }
  }
}
