// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAssociatedSite, valli } from '../../../../tests/factories/people.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import { openBrowser } from '../../../../tests/factories/test-browser.ts'
import { slugOf } from '../../../kernel/ids.ts'
import { policy } from '../../../main/actions.ts'
import { createDemonstrationAccounts, demonstrationAccounts } from './demonstration-accounts.ts'

let application: TestSite
const folder = mkdtempSync(join(tmpdir(), 'timone-demo-'))
const file = join(folder, 'data', 'demo-accounts.txt')

beforeAll(async () => {
  application = await openAssociatedSite()
})
afterAll(async () => {
  await application.close()
  rmSync(folder, { recursive: true })
})

const create = () => {
  const { tenants, clock, identity } = application
  return createDemonstrationAccounts(
    { tenants, clock, policy, accounts: identity },
    { association: valli, administration: slugOf('pieve'), file },
  )
}
const grants = () => application.database.kysely.selectFrom('role_grant').selectAll().orderBy('id').execute()

test('everybody of the demonstration can enter with a password of chance that only the owner of the file reads', async () => {
  const accounts = await create()
  expect(accounts.map(({ email }) => email)).toEqual(demonstrationAccounts.map(({ email }) => email))
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const { email, password = '' } of accounts) {
    expect(readFileSync(file, 'utf8')).toContain(`${email}\t${password}`)
    const browser = openBrowser(application.server)
    expect((await browser.post('/accesso', { email, password })).status).toBe(303)
    expect((await browser.get('/enti/pieve')).status).toBe(200)
  }
})

test('doing it again changes nothing, and a password that is lost stays lost', async () => {
  const before = await grants()
  const [first] = await create()
  expect(first?.password).toBeDefined()
  const { id } = before[0] ?? { id: 0 }
  await application.database.kysely
    .updateTable('role_grant')
    .set({ revoked_at: new Date() })
    .where('id', '=', id)
    .execute()
  rmSync(file)
  const again = await create()
  expect(again.map(({ password }) => password)).toEqual(demonstrationAccounts.map(() => undefined))
  expect(await grants()).toHaveLength(before.length)
})
