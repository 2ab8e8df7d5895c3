// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NationalWriter } from '../../../platform/db/tenants.ts'
import type { Edition } from '../model.ts'

/**
 * Registers an edition and the codes of its lines, which entries refer to, and the texts of the lines for search.
 * Nothing is deleted; texts are updated.
 */
export async function insertEditionKeys({ db }: NationalWriter, edition: Edition): Promise<void> {
  await db
    .insertInto('edition')
    .values({ id: edition.id, title: edition.title })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('action_line')
    .values(edition.lines.map(({ code }) => ({ edition_id: edition.id, code })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('line_text')
    .values(
      edition.lines.map(({ code, title, summary, officialText }) => ({
        edition_id: edition.id,
        code,
        title: title ?? null,
        summary: summary ?? null,
        official_text: officialText ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['edition_id', 'code'])
        .doUpdateSet(({ ref }) => ({
          title: ref('excluded.title'),
          summary: ref('excluded.summary'),
          official_text: ref('excluded.official_text'),
        }))
        .where(({ eb, refTuple }) =>
          eb(
            refTuple('line_text.title', 'line_text.summary', 'line_text.official_text'),
            'is distinct from',
            refTuple('excluded.title', 'excluded.summary', 'excluded.official_text'),
          ),
        ),
    )
    .execute()
}
