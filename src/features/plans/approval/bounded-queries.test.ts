// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { openApprovalSite, openWorkshop, type Workshop } from '../../../../tests/factories/approval-site.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'

let all: TestSite
let site: Workshop
beforeAll(async () => {
  all = await openApprovalSite()
  site = await openWorkshop(all)
})
afterAll(() => all.close())

const count = (address: string) => {
  site.forget()
  return site.count(async () => expect((await site.get(address)).status).toBe(200))
}

test('pages of the way and of the versions ask as much of a plan with many comments, versions and siblings', async () => {
  const versions = site.page.replace('approvazione', 'versioni')
  const pages = [site.page, versions, `${versions}/confronto?da=bozza&a=bozza`]
  // The site learns of the new body meanwhile.
  for (const url of pages) await count(url)
  const few: number[] = []
  for (const url of pages) few.push(await count(url))
  for (const text of ['Una.', 'Due.', 'Tre.']) await site.post(`${site.page}/osservazioni`, { text })
  const sheet = await site.approval.sheet(site.where.slug, site.where.triennium)
  for (const { id } of sheet?.comments ?? []) await site.post(`${site.page}/osservazioni/${id}/chiusura`, {})
  await site.advance('published')
  await site.move({ transition: 'revise', reason: 'Cambia.' }, viewerWho())
  await site.advance('published')
  for (const triennium of ['2023-2025', '2024-2026']) {
    await site.adopt({ ...site.profile, plan: { ...site.profile.plan, triennium: trienniumOf(triennium) } })
  }
  const many: number[] = []
  for (const url of pages) many.push(await count(url))
  expect(many).toEqual(few)
})
