// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runNode, timone } from '../command-line.ts'
import { readText, squeeze } from '../document-texts.ts'
import { materialFile } from './material.ts'

const record = materialFile('gold/caravaggio-2025-2027.json')

describe('the documents of a real plan of 122 lines', () => {
  let folder: string
  let lines: { codice: string; azione_attuata: string | null }[]
  const file = (ending: string) => join(folder, 'out', `piano-caravaggio-2025-2027-bozza.${ending}`)

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'timone-real-'))
    lines = (JSON.parse(readFileSync(record, 'utf8')) as { righe: typeof lines }).righe
    const made = runNode(['dist/real-plan.js', record, '--registry', materialFile('registry/comuni.csv')])
    if (made.code !== 0) throw new Error(made.err)
    writeFileSync(join(folder, 'profile.yaml'), made.out)
    const drafted = timone(['draft', 'profile.yaml', '--out', 'out'], folder)
    if (drafted.code !== 0) throw new Error(drafted.err)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'json'])(
    '%s carries every line and every activity word for word',
    async (format) => {
      const text = squeeze(await readText(format, readFileSync(file(format))))
      const missing = lines.filter(
        ({ codice, azione_attuata }) =>
          !text.includes(squeeze(codice)) || !text.includes(squeeze(azione_attuata ?? '')),
      )
      expect(lines).toHaveLength(122)
      expect(missing.map(({ codice }) => codice)).toEqual([])
    },
  )

  test('the PDF passes the check', () => {
    const { code, out } = timone(['check', '--json', file('pdf')], folder)
    expect(code, out).toBe(0)
  })

  test('the plan taken back from the PDF is the same, to the byte', () => {
    const again = timone(['draft', file('pdf'), '--out', 'again', '--formats', 'json'], folder)
    expect(again.code, again.err).toBe(0)
    const [json = ''] = readdirSync(join(folder, 'again'))
    expect(readFileSync(join(folder, 'again', json), 'utf8')).toBe(readFileSync(file('json'), 'utf8'))
  })
})
