// SPDX-License-Identifier: AGPL-3.0-or-later
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { acceptedEndings, inspectFile, largestFile } from './inspect-file.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'))
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])))

const pdf = bytes('%PDF-1.7\n1 0 obj\n%%EOF\n')
const signed = hex(`308006092a864886f70d010702a080${'00'.repeat(40)}`)
const files: Record<string, Uint8Array> = {
  pdf,
  p7m: signed,
  docx: archive('[Content_Types].xml', 'word/document.xml'),
  xlsx: archive('[Content_Types].xml', 'xl/workbook.xml'),
  odt: zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<a/>'),
  }),
  png: hex('89504e470d0a1a0a0000'),
  jpg: hex('ffd8ffe000104a464946'),
  eml: bytes(
    'From: ufficio@vallechiara.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: Ricevuta\r\n\r\nCiao',
  ),
  txt: bytes('Verbale della riunione.\nPresenti: tutti.'),
}
const problemOf = (name: string, content: Uint8Array) => {
  const findings = inspectFile({ name, bytes: content })
  return 'problem' in findings ? findings.problem.message : undefined
}

describe('a file is refused', () => {
  const pairs = acceptedEndings.flatMap((named) => acceptedEndings.map((inside) => [named, inside] as const))
  const lying = pairs.filter(([named, inside]) => named !== inside && !(named === 'txt' && inside === 'eml'))

  test.each(lying)('that says .%s and is %s', (named, inside) => {
    expect(problemOf(`verbale.${named}`, files[inside] ?? bytes(''))).toContain(
      `finisce in «.${named}», ma il contenuto è`,
    )
  })

  test.each([
    ['that is empty', 'verbale.pdf', bytes(''), 'è vuoto'],
    ['that is too heavy', 'verbale.txt', new Uint8Array(largestFile + 1).fill(97), 'supera 20 MB'],
    ['that is a program', 'verbale.pdf', hex('4d5a90000300000004000000ffff0000'), 'non è di un tipo ammesso'],
    ['that was cut off', 'verbale.pdf', bytes('%PDF-1.7\n1 0 obj'), 'non è di un tipo ammesso'],
    ['that is another archive', 'verbale.docx', archive('virus.exe'), 'non è di un tipo ammesso'],
    ['that is a broken archive', 'verbale.docx', files.docx?.slice(0, 40) ?? bytes(''), 'non è di un tipo ammesso'],
    ['that is a spreadsheet with macros', 'conti.xlsm', files.xlsx ?? bytes(''), 'finisce in «.xlsm»'],
    [
      'that is a page',
      'verbale.html',
      bytes('<script>alert(1)</script>'),
      'finisce in «.html», ma il contenuto è un testo',
    ],
    ['without an ending', 'verbale', pdf, 'non dice di che tipo è'],
  ])('%s', (_, name, content, words) => expect(problemOf(name, content)).toContain(words))
})

test.each(acceptedEndings)('a .%s is taken for what it is', (ending) => {
  expect(inspectFile({ name: `Verbale Finale.${ending.toUpperCase()}`, bytes: files[ending] ?? bytes('') })).toEqual({
    mediaType: expect.stringMatching(/^[a-z]+\/[\w.+-]+(; charset=utf-8)?$/),
  })
})

test('a signed file is known in Base64 too, a text in the alphabet of old, a message kept as a text', () => {
  const base64 = bytes(`-----BEGIN PKCS7-----\n${Buffer.from(signed).toString('base64')}\n-----END PKCS7-----\n`)
  expect(problemOf('atto.pdf.p7m', base64)).toBeUndefined()
  expect(problemOf('note.txt', bytes('Perch\u00e9 no'))).toBeUndefined()
  expect(problemOf('ricevuta.txt', files.eml ?? bytes(''))).toBeUndefined()
  expect(problemOf('foto.jpeg', files.jpg ?? bytes(''))).toBeUndefined()
})

test('an archive that would swell is not unpacked', () => {
  const bomb = zipSync(
    { '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(50 * 2 ** 20) },
    { level: 9 },
  )
  expect(bomb.length).toBeLessThan(100_000)
  const before = process.memoryUsage().arrayBuffers
  expect(problemOf('verbale.docx', bomb)).toBeUndefined()
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 2 ** 20)
})
