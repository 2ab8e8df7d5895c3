// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { visit } from '../../../tests/factories/form-visitor.ts'
import { lucia, openWritingSite, reader } from '../../../tests/factories/writing-site.ts'
import { nobody } from '../../kernel/access.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { get, as, body, ...visitor } = visit(site)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n')
const address = `${body}/allegati/${createHash('sha256').update(pdf).digest('hex')}`
const attach = (name: string) =>
  site.send(`${visitor.line()}/prove`, { prova: 'Verbale di collaudo' }, { name, bytes: pdf })

test('a file is not given to strangers; one that the body does not keep is not found', async () => {
  await attach('verbale.pdf')
  expect((await as(nobody, () => get(address))).status).toBe(303)
  expect((await get(`${body}/allegati/${'0'.repeat(64)}`)).status).toBe(404)
})

test('whoever reads the plan saves a file as it was, as what it is', async () => {
  await attach('Perché sì.pdf')
  const { status, headers, bytes } = await as(reader, () => get(address))
  expect(status).toBe(200)
  expect(Buffer.from(bytes)).toEqual(pdf)
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Perche_si.pdf"',
    'x-content-type-options': 'nosniff',
  })
})
