// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { RecordOwner } from '../record-kind.ts'
import type { TypedFields } from '../typing/typed-values.ts'

/** What somebody typed and did not save: theirs alone. */
export type Draft = {
  /** The revision that the person had before them. */
  readonly base: number
  readonly fields: TypedFields
  readonly savedAt: Date
}

/** Whose draft of which part. */
export type DraftKey = { readonly person: PersonId; readonly subject: string }

/** A person's draft of a part; undefined when there is none. */
export async function findDraft(
  { db }: Reader,
  { administration }: RecordOwner,
  { person, subject }: DraftKey,
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('administration_id', '=', administration)
    .where('person_id', '=', person)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && { base: row.base_revision, fields: row.fields as TypedFields, savedAt: row.saved_at }
}

/** Keeps a draft in place of the person's earlier one of the same part. */
export async function writeDraft(
  { db, administration }: Writer,
  { person, subject }: DraftKey,
  { base, fields, savedAt }: Draft,
): Promise<void> {
  const values = { base_revision: base, fields: JSON.stringify(fields), saved_at: savedAt }
  await db
    .insertInto('draft')
    .values({ administration_id: administration, person_id: person, subject, ...values })
    .onConflict((conflict) => conflict.columns(['administration_id', 'person_id', 'subject']).doUpdateSet(values))
    .execute()
}

/** Drops a person's draft of a part, if any. */
export async function deleteDraft({ db, administration }: Writer, { person, subject }: DraftKey): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('administration_id', '=', administration)
    .where('person_id', '=', person)
    .where('subject', '=', subject)
    .execute()
}
