// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { type ApprovalSite, openApprovalSite } from '../../../../tests/factories/approval-site.ts'
import { type CountedDatabase, countQueries } from '../../../../tests/factories/count-queries.ts'

let opened: TestDatabase
let site: ApprovalSite
let counted: CountedDatabase
beforeAll(async () => {
  opened = await openServerForTest()
  counted = countQueries(opened.database)
  site = await openApprovalSite({ ...opened, database: counted.database })
})
afterAll(async () => {
  await site.close()
  await opened.close()
})

const count = async (address: string) => {
  // Nothing of what was kept counts.
  counted.database.changes.missed()
  const before = counted.queries()
  expect((await site.get(address)).statusCode).toBe(200)
  return counted.queries() - before
}

test('pages of the way and of the versions ask as much of a plan with many comments, versions and siblings', async () => {
  const versions = site.page.replace('approvazione', 'versioni')
  const pages = [site.page, versions, `${versions}/confronto?da=bozza&a=bozza`]
  const few: number[] = []
  for (const url of pages) few.push(await count(url))
  for (const text of ['Una.', 'Due.', 'Tre.']) await site.post(`${site.page}/osservazioni`, { text })
  const sheet = await site.approval.sheet(site.where.slug, site.where.triennium)
  for (const { id } of sheet?.comments ?? []) await site.post(`${site.page}/osservazioni/${id}/chiusura`, {})
  await site.advance('published')
  await site.move({ transition: 'revise', reason: 'Cambia.' }, viewerWho())
  await site.advance('published')
  for (const triennium of ['2023-2025', '2024-2026']) {
    await site.adopt({ ...site.profile, plan: { ...site.profile.plan, triennium } })
  }
  const many: number[] = []
  for (const url of pages) many.push(await count(url))
  expect(many).toEqual(few)
})
