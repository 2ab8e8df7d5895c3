// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { fiche, mended, raster, sampleDocument } from '../../src/features/documents/docx/fixture.ts'
import { writeDocx } from '../../src/features/documents/docx/write-docx.ts'
import { writeOdt } from '../../src/features/documents/odt/write-odt.ts'
import { readText, squeeze } from '../document-texts.ts'
import { draftWholePlan, wholePlan } from '../factories/whole-plan.ts'
import { convert } from './convert.ts'

describe('LibreOffice', () => {
  it.each([
    ['docx', writeDocx],
    ['odt', writeOdt],
  ] as const)('opens a %s with all its words', async (format, write) => {
    const { bytes } = await write(sampleDocument, raster)
    const text = strFromU8(convert(bytes, format, 'txt:Text (encoded):UTF8'))
    for (const expected of [mended, fiche.caption, 'con la tabella delle tariffe', 'Da ricordare', '79.922,00 €']) {
      expect(text).toContain(expected)
    }
  })

  it('works out the pages of the table of contents of an ODT', async () => {
    const { bytes } = await writeOdt(sampleDocument, raster)
    const data = new Uint8Array(convert(bytes, 'odt', 'pdf'))
    const document = await getDocument({ data, useSystemFonts: true }).promise
    const { items } = await (await document.getPage(2)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(document.numPages).toBe(4)
    expect(text).toMatch(/Introduzione\.+\s*3.*Capitolo 3\. Servizi\.+\s*4.*OB\.3\.1 Servizi facili da usare\.+\s*4/)
    await document.loadingTask.destroy()
  })

  it('prints every code of a whole plan', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timone-whole-'))
    const file = draftWholePlan(folder, ['docx', 'odt'])
    for (const format of ['docx', 'odt']) {
      const text = squeeze(await readText('pdf', convert(readFileSync(file(format)), format, 'pdf')))
      const codes = (wholePlan.plan.entries ?? []).map(({ code }) => code)
      expect(codes.filter((code) => !text.includes(squeeze(code)))).toEqual([])
    }
    rmSync(folder, { recursive: true })
  }, 240_000)
})
