// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEmbeddedPlan } from '../../profiles/index.ts'
import { openRenderer, smallDocument } from './fixture.ts'

const plan = JSON.stringify({ ente: 'Comune di Vallechiara', testo: 'perché – così: «sì» €'.repeat(200) })

/** The bytes of a PDF around one embedded file, as another program may rewrite it. */
const pdfWith = (dictionary: string, content: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n4 0 obj\n<< ${dictionary} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 5 >>\n%%EOF\n'),
  ])

const embedded = '/Type /EmbeddedFile /Subtype /application#2Fjson'

describe('a file without a plan', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'nome: Comune di Vallechiara'],
    ['a PDF without attachments', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF'],
  ])('is refused: %s', async (_, bytes) => {
    await expect(readEmbeddedPlan(Buffer.from(bytes))).rejects.toMatchObject({
      code: 'not-a-plan',
      problems: [{ place: 'PDF', remedy: 'indicare un PDF prodotto da Timone' }],
    })
  })

  it.each([
    ['compressed data cut short', `${embedded} /Filter /FlateDecode`, deflateSync(plan).subarray(0, 40)],
    ['compressed data with a byte changed', `${embedded} /Filter /FlateDecode`, deflateSync(plan).fill(0, 30, 34)],
    ['a compression that we do not use', `${embedded} /Filter [/ASCII85Decode /FlateDecode]`, Buffer.from('x')],
    ['text that is not JSON', embedded, Buffer.from('{"ente": ')],
    ['bytes that are not UTF-8', embedded, Buffer.from([0x22, 0xff, 0x22])],
    ['a length beyond the end', `${embedded} /Length 99999`, Buffer.from(plan)],
  ])('is refused: %s', async (_, dictionary, content) => {
    await expect(readEmbeddedPlan(pdfWith(dictionary, content))).rejects.toMatchObject({
      code: 'not-a-plan',
      message: expect.stringContaining('danneggiati'),
    })
  })

  it('is refused with its own remedy when it is encrypted', async () => {
    const encrypted = Buffer.concat([
      pdfWith(`${embedded} /Filter /FlateDecode`, Buffer.from('cifrato')),
      Buffer.from('trailer\n<< /Encrypt 9 0 R >>'),
    ])
    await expect(readEmbeddedPlan(encrypted)).rejects.toMatchObject({
      code: 'not-a-plan',
      problems: [{ remedy: 'togliere la protezione e riprovare' }],
    })
  })

  it.each([
    ['stored', embedded, (json: string) => Buffer.from(json)],
    ['packed small', `${embedded} /Filter /FlateDecode`, (json: string) => deflateSync(json)],
  ])('is refused when the plan is over 20 MB, %s', async (_, dictionary, write) => {
    const huge = write(`"${'a'.repeat(20 * 2 ** 20)}"`)
    await expect(readEmbeddedPlan(pdfWith(dictionary, huge))).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('the plan inside a PDF', () => {
  it.each([
    ['stored, with its length', `${embedded} /Length ${Buffer.byteLength(plan)}`, Buffer.from(plan)],
    ['compressed', `/Filter /FlateDecode ${embedded} /Length 9 0 R`, deflateSync(plan)],
    ['compressed, the filter in a list', `${embedded.replace('2F', '2f')} /Filter [ /FlateDecode ]`, deflateSync(plan)],
  ])('is read back: %s', async (_, dictionary, content) => {
    expect(await readEmbeddedPlan(pdfWith(dictionary, content))).toBe(plan)
  })

  it('is the newest, where a later program has replaced it', async () => {
    const twice = Buffer.concat([
      pdfWith(embedded, Buffer.from('"vecchio"')),
      pdfWith(embedded, Buffer.from('"nuovo"')),
    ])
    expect((await readEmbeddedPlan(twice)).trim()).toBe('"nuovo"')
  })

  const renderer = openRenderer()
  beforeAll(() => renderer.render(smallDocument, '{}'))
  afterAll(() => renderer.close())

  it('comes back to the letter from a document that we print, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        const json = JSON.stringify(value)
        const { bytes } = await renderer.render(smallDocument, json)
        expect(await readEmbeddedPlan(bytes)).toBe(json)
      }),
      { numRuns: 15 },
    )
  })
})
