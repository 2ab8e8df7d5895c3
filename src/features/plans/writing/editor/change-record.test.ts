// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { openInventedPlan } from '../../../../../tests/factories/invented-plan.ts'
import { openDatabase } from '../../../../platform/db/database.ts'
import { findRevisionNumbers } from '../../../records/index.ts'
import { entryKind, readPlanRows, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from './change-record.ts'

/** A database whose order of signs and letters is that of a language, as servers in use have it. */
async function openItalianDatabase() {
  const server = inject('postgresUrl')
  const name = `timone_italian_${process.pid}`
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await onServer(`create database ${name} template template0 locale_provider icu icu_locale 'it-IT'`)
  const database = await openDatabase({ url: new URL(`/${name}`, server).href })
  return {
    database,
    close: async () => {
      await database.close()
      await onServer(`drop database ${name} with (force)`)
    },
  }
}

test('the revisions of all parts are found, whatever the order of signs and letters of the database', async () => {
  const invented = await openInventedPlan(await openItalianDatabase())
  const address = { slug: 'vallechiara', triennium: '2025-2027' }
  await writePlanAt(invented.tenants, address, ({ db, plan }) => {
    const place = { slug: address.slug, plan, key: 'CAP1.PA.02' }
    return changeRecord(db, entryKind, place, { base: 0, content: { notes: 'Nota.' } }, viewerWho())
  })
  const numbers = await invented.read(async (reader) => {
    const [plan] = await readPlanRows(reader)
    return plan && [...(await findRevisionNumbers(reader, plan, `plan:${plan.id}/entry:`)).values()]
  })
  expect(numbers).toEqual([1])
  await invented.close()
})
