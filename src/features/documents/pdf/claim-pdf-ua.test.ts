// SPDX-License-Identifier: AGPL-3.0-or-later
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { describe, expect, it } from 'vitest'
import { checkPdf } from './check-pdf.ts'
import { claimPdfUa } from './claim-pdf-ua.ts'

const source =
  '#set document(title: "Prova", date: datetime(year: 2026, month: 3, day: 2)); #set text(lang: "it"); Testo.'

function exportAs(pdfStandard: string): Uint8Array {
  const compiler = NodeCompiler.create()
  const { result } = compiler.compile({ mainFileContent: source })
  if (result === null) throw new Error('the source compiles')
  return compiler.pdf(result, { pdfStandard })
}

const exported = exportAs('a-3a')

describe('claimPdfUa', () => {
  it.each([
    ['no PDF', Buffer.from('niente')],
    ['a PDF of another writer', Buffer.from('%PDF-1.4\nxref\n0 1\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF')],
    ['a file cut short', exported.subarray(0, exported.length - 100)],
    ['a file that claims nothing to begin with', exportAs('1.7')],
    ['a file that was already treated', claimPdfUa(exported)],
  ])('refuses %s', (_, bytes) => {
    expect(() => claimPdfUa(bytes)).toThrow('not written as expected')
  })

  it('adds the claim and the shown title to what the file claims', async () => {
    const [before, after] = await Promise.all([exported, claimPdfUa(exported)].map(checkPdf))
    expect(before).toMatchObject({ pdfA: '3A', displaysTitle: false })
    expect(before).not.toHaveProperty('pdfUa')
    expect(after).toMatchObject({ pdfA: '3A', pdfUa: '1', displaysTitle: true })
    expect({ ...after, pdfUa: undefined, displaysTitle: false, problems: [] }).toEqual({ ...before, problems: [] })
  })

  it('leaves every byte that was there, and appends', () => {
    const claimed = claimPdfUa(exported)
    expect(Buffer.compare(claimed.subarray(0, exported.length), exported)).toBe(0)
    expect(Buffer.from(claimed.subarray(exported.length)).toString('latin1')).toMatch(/^\n\d+ 0 obj/)
  })

  it('points to what it appended', () => {
    const file = Buffer.from(claimPdfUa(exported)).toString('latin1')
    const [, table = ''] = /startxref\s(\d+)\s%%EOF\s$/.exec(file) ?? []
    const entries = [...file.slice(Number(table)).matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)]
    expect(entries).toHaveLength(2)
    for (const [, number = '', offset = ''] of entries) {
      expect(file.slice(Number(offset)).startsWith(`${number} 0 obj`)).toBe(true)
    }
  })
})
