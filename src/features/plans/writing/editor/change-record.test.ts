// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, inject, test } from 'vitest'
import { openForTest } from '../../../../../tests/databases.ts'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { openWritingSite } from '../../../../../tests/factories/writing-site.ts'
import { createEmptyDatabase } from '../../../../../tests/postgres-databases.ts'
import { slugOf, trienniumOf } from '../../../../kernel/ids.ts'
import { findRevisionNumbers } from '../../../records/index.ts'
import { entryKind, readPlanRows, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from './change-record.ts'

/** A database whose order of signs and letters is that of a language, as servers in use have it. */
const openItalianDatabase = async () =>
  openForTest({
    url: await createEmptyDatabase(inject('postgresUrl'), "template template0 locale_provider icu icu_locale 'it-IT'"),
  })

test('the revisions of all parts are found, whatever the order of signs and letters of the database', async () => {
  const invented = await openWritingSite(await openItalianDatabase())
  const address = { slug: slugOf('vallechiara'), triennium: trienniumOf('2025-2027') }
  await writePlanAt(invented.tenants, address, ({ db, plan }) => {
    const place = { slug: address.slug, owner: plan, key: 'CAP1.PA.02' }
    return changeRecord(db, entryKind, place, { base: 0, content: { notes: 'Nota.' } }, viewerWho())
  })
  const numbers = await invented.read(async (reader) => {
    const [plan] = await readPlanRows(reader)
    return plan && [...(await findRevisionNumbers(reader, plan, `plan:${plan.id}/entry:`)).values()]
  })
  expect(numbers).toEqual([1])
  await invented.close()
})
