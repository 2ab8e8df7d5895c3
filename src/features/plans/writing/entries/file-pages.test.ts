// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fieldsIn, visit } from '../../../../../tests/factories/form-visitor.ts'
import { collaborator, lucia, marco, openWritingSite, reader } from '../../../../../tests/factories/writing-site.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { post, get, as, expectNothingChanged, stored, journal, move, body, ...visitor } = visit(site)
const line = visitor.line()
const form = `${line}/modifica`

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n')
const sha256 = createHash('sha256').update(pdf).digest('hex')
const attach = (name: string, bytes: Uint8Array | undefined, prova = 'Verbale di collaudo', at = line) =>
  site.send(`${at}/prove`, { prova }, bytes && { name, bytes })
const attachments = () => site.database.kysely.selectFrom('attachment').select(['sha256', 'filename']).execute()

describe('a file is not attached', () => {
  test.each([
    ['that lies about what it is', 'foto.png', pdf, 422, 'ma il contenuto è un PDF'],
    ['that is a program', 'verbale.pdf', Buffer.from('MZ\0\0\0'), 422, 'non è di un tipo ammesso'],
    ['that is too heavy', 'verbale.pdf', Buffer.alloc(21 * 2 ** 20, '%PDF-'), 413, 'troppo grande'],
    ['that is not there', '', undefined, 422, 'scegliere il file'],
  ] as const)('%s', async (_, name, content, status, words) => {
    const answer = await expectNothingChanged(() => attach(name, content))
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(words)
    expect(await attachments()).toEqual([])
  })

  test('without saying what it proves', async () => {
    const { status } = await expectNothingChanged(() => attach('verbale.pdf', pdf, ''))
    expect(status).toBe(422)
  })

  test('by who only reads, or whose office has no part in the line', async () => {
    const { status } = await as(reader, () => expectNothingChanged(() => attach('verbale.pdf', pdf)))
    const foreign = await as(collaborator, () =>
      expectNothingChanged(() => attach('verbale.pdf', pdf, 'Verbale', visitor.line('CAP4.PA.01'))),
    )
    expect([status, foreign.status]).toEqual([403, 403])
    expect(await attachments()).toEqual([])
  })

  test('while the plan stands still', async () => {
    await move('inReview')
    const { status } = await expectNothingChanged(() => attach('verbale.pdf', pdf))
    expect(status).toBe(409)
    expect(await attachments()).toEqual([])
  })
})

test('a file is among the proofs at once, and in the journal', async () => {
  const { status, location } = await attach('../Verbale «finale».pdf', pdf)
  expect([status, location]).toEqual([303, `${form}?esito=allegato#esito`])
  expect((await stored())?.entry.evidence).toEqual([
    { label: 'Delibera di Giunta', url: 'https://www.vallechiara.example/delibera' },
    { label: 'Verbale di collaudo', file: { name: 'Verbale «finale».pdf', sha256 } },
  ])
  expect((await journal()).slice(0, 2).map(({ event }) => event)).toMatchObject([
    { type: 'fileAttached', filename: 'Verbale «finale».pdf', sha256, size: pdf.length },
    { type: 'partChanged', part: 'entry:CAP1.PA.01' },
  ])
  expect((await get(line)).body).toContain(`href="${body}/allegati/${sha256}"`)
})

test('the same file is kept once, and is among the proofs once', async () => {
  await attach('verbale.pdf', pdf)
  await expectNothingChanged(() => attach('verbale.pdf', pdf))
  await attach('copia.pdf', pdf, 'Lo stesso, per altro')
  expect(await attachments()).toEqual([{ sha256, filename: 'verbale.pdf' }])
  expect((await stored())?.entry.evidence).toHaveLength(3)
})

test('what is being typed goes on from the entry with its file: it is no conflict with oneself', async () => {
  const typed = { ...(await visitor.opened(form)), notes: 'Sto scrivendo.' }
  await post(`${line}/bozza`, typed)
  await attach('verbale.pdf', pdf)
  const fields = fieldsIn((await get(form)).body)
  expect(fields).toMatchObject({ base: '1', notes: 'Sto scrivendo.', 'evidence-1-label': 'Verbale di collaudo' })
  expect((await post(form, fields)).location).toBe(`${line}?esito=salvata#esito`)
  expect((await stored())?.entry).toMatchObject({ notes: 'Sto scrivendo.', evidence: [{}, { file: { sha256 } }] })
})

test('the draft of somebody else, or of what others changed, stays where it began', async () => {
  const typed = { ...(await visitor.opened(form)), notes: 'Sto scrivendo.' }
  await post(`${line}/bozza`, typed)
  await as(marco, () => attach('verbale.pdf', pdf))
  expect((await visitor.opened(form)).base).toBe('0')
})

test('a file is taken from the proofs by ticking it, and stays where it is kept', async () => {
  await attach('verbale.pdf', pdf)
  await post(form, { ...(await visitor.opened(form)), 'evidence-1-drop': '1' })
  expect((await stored())?.entry.evidence).toHaveLength(1)
  expect(await attachments()).toHaveLength(1)
})
