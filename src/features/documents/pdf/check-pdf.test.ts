// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixtureProfile } from '../fixture.ts'
import { checkPdf } from './check-pdf.ts'
import { openRenderer, wholeDocument } from './fixture.ts'
import type { PdfReport } from './pdf-report.ts'

const plan = JSON.stringify(fixtureProfile)

/** A PDF made by Typst, but not by us. */
function compile(source: string, pdfTags = true): Uint8Array {
  const compiler = NodeCompiler.create()
  const { result } = compiler.compile({ mainFileContent: source })
  if (result === null) throw new Error(`does not compile: ${source}`)
  return compiler.pdf(result, { pdfTags })
}

const messagesOf = ({ problems }: PdfReport): string[] => problems.map(({ place, message }) => `${place}: ${message}`)

describe('checkPdf, of what is no plan', () => {
  it.each([
    ['an empty file', ''],
    ['a text', 'nome: Comune di Vallechiara'],
    ['the beginning of a PDF', '%PDF-1.7\n1 0 obj\n<<'],
  ])('refuses %s', async (_, bytes) => {
    await expect(checkPdf(Buffer.from(bytes))).rejects.toMatchObject({ code: 'not-a-plan' })
  })

  it('lists all that a plain PDF lacks', async () => {
    expect(messagesOf(await checkPdf(compile('Hello.', false)))).toEqual([
      'metadati: non dichiara PDF/A-3A',
      'metadati: non dichiara PDF/UA-1',
      'proprietà: la lingua è «en», non l’italiano',
      'proprietà: manca il titolo',
      'proprietà: la finestra mostra il nome del file invece del titolo',
      'proprietà: non si dichiara etichettato (Marked)',
      'pagina 1: non ha etichette',
      'allegati: i dati del piano mancano o non si leggono',
    ])
  })

  it.each([
    [
      'a figure that says nothing',
      '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>"))',
      '1 figura senza testo alternativo',
    ],
    ['a table without header cells', '#table([a], [b])', '1 tabella senza celle di intestazione'],
    ['a heading that skips a level', '= Uno\n=== Tre', 'un titolo di livello 3 segue il livello 1'],
  ])('names the page of %s', async (_, source, message) => {
    expect(messagesOf(await checkPdf(compile(`#pagebreak()\n${source}`)))).toContain(`pagina 2: ${message}`)
  })

  it('says when what is attached is no plan', async () => {
    const source = '#pdf.attach("piano.json", bytes("{}"), mime-type: "application/json")\nTesto.'
    const report = await checkPdf(compile(source))
    expect(report.plan).toMatchObject({ size: 2, valid: false })
    expect(messagesOf(report)).toContain('allegati: i dati allegati non hanno la forma di un piano')
  })
})

describe('checkPdf, of a document that we print', () => {
  const renderer = openRenderer()
  let report: PdfReport
  beforeAll(async () => {
    report = await checkPdf((await renderer.render(wholeDocument, plan)).bytes)
  })
  afterAll(() => renderer.close())

  it('finds nothing wrong', () => {
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({
      pdfA: '3A',
      pdfUa: '1',
      language: 'it-IT',
      title: wholeDocument.metadata.title,
      displaysTitle: true,
      marked: true,
    })
  })

  it('finds the plan, with its hash', () => {
    const sha256 = createHash('sha256').update(plan).digest('hex')
    expect(report.plan).toEqual({ size: Buffer.byteLength(plan), sha256, valid: true })
    expect(report.attachments).toEqual([{ name: 'piano.json', description: expect.stringContaining('JSON') }])
  })

  it('counts the tags of every page', () => {
    expect(report.tags).toHaveLength(report.pages)
    const total = (role: string) => report.tags.reduce((sum, { counts }) => sum + (counts[role] ?? 0), 0)
    // Sections by depth, "Indice" among the first; links of the contents and of the text.
    expect([total('H1'), total('H2'), total('H3')]).toEqual([5, 1, 1])
    expect(total('Figure')).toBe(1)
    // Two cards, the long cell, the chart's data, the long list: two columns each.
    expect(total('TH')).toBe(10)
    expect(total('BlockQuote')).toBe(1)
    expect(total('TOCI')).toBe(5)
  })
})
