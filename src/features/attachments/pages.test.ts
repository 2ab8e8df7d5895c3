// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { visit } from '../../../tests/factories/form-visitor.ts'
import { lucia, openWritingSite, reader } from '../../../tests/factories/writing-site.ts'
import { nobody } from '../../kernel/access.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.adopt()
  site.become(lucia)
})

const { get, as, body, ...visitor } = visit(site)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n')
const address = `${body}/allegati/${createHash('sha256').update(pdf).digest('hex')}`
const attach = (name: string) => {
  const payload = new FormData()
  payload.append('prova', 'Verbale di collaudo')
  payload.append('file', new File([pdf.slice()], name))
  return site.server.inject({ method: 'POST', url: `${visitor.line()}/prove`, payload })
}

test('a file is not given to strangers; one that the body does not keep is not found', async () => {
  await attach('verbale.pdf')
  expect((await as(nobody, () => get(address))).statusCode).toBe(303)
  expect((await get(`${body}/allegati/${'0'.repeat(64)}`)).statusCode).toBe(404)
})

test('whoever reads the plan saves a file as it was, as what it is', async () => {
  await attach('Perché sì.pdf')
  const { statusCode, headers, bytes } = await as(reader, () => get(address))
  expect(statusCode).toBe(200)
  expect(Buffer.from(bytes)).toEqual(pdf)
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Perche_si.pdf"',
    'x-content-type-options': 'nosniff',
  })
})
