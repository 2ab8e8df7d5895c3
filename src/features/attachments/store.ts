// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../kernel/ids.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'

/** Keeps a file of the writer's body; one with the same content is kept already. */
export async function keepAttachment(
  { db, administration }: Writer,
  file: {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly bytes: Uint8Array
    readonly at: Date
    readonly actor: { readonly id: string; readonly name: string }
  },
): Promise<'kept' | 'known'> {
  const { name, mediaType, sha256, bytes, at, actor } = file
  const kept = await db
    .insertInto('attachment')
    .values({
      administration_id: administration,
      sha256,
      filename: name,
      media_type: mediaType,
      size: bytes.byteLength,
      bytes: Buffer.from(bytes),
      uploaded_at: at,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .onConflict((conflict) => conflict.columns(['administration_id', 'sha256']).doNothing())
    .returning('sha256')
    .executeTakeFirst()
  return kept ? 'kept' : 'known'
}

/** A file that a body keeps; undefined when it has none with this hash. */
export async function readAttachment({ db }: Reader, administration: AdministrationId, sha256: string) {
  return await db
    .selectFrom('attachment')
    .select(['filename', 'media_type as mediaType', 'bytes'])
    .where('administration_id', '=', administration)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}
