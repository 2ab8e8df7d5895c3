// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Profile } from '../src/features/profiles/index.ts'
import { profileYaml } from '../src/features/profiles/write-yaml.ts'
import { trienniumOf } from '../src/kernel/ids.ts'
import { timone } from './command-line.ts'
import { readText, squeeze } from './document-texts.ts'

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  plan: { triennium: trienniumOf('2026-2028'), edition: '2024-2026-update-2026' },
}

/** A line that the law moves, as the plan prints its date and as the law does, in words and as sheets have them. */
const moved = {
  source: 'd.m. Imprese e made in Italy 15 luglio 2025, Gazzetta Ufficiale n. 169 del 23 luglio 2025',
  printed: 'Entro agosto 2025',
  legal: 'Per legge entro il 26 febbraio 2026',
}
const ansc = 'Obbligo di legge (d.m. Interno 18 ottobre 2022, art. 13 c. 4;'

/** Days as workbooks count them, from the thirtieth of December 1899 (ECMA-376, part 1, 18.17.4). */
const excelDay = (day: string): string => String((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)

const documents = [
  ...(['fiches', 'tables'] as const).flatMap((layout) =>
    (['pdf', 'docx', 'odt', 'html'] as const).map((format) => ({
      format,
      layout,
      says: [moved.printed, `${moved.legal} (${moved.source})`, ansc],
    })),
  ),
  { format: 'csv', layout: 'fiches', says: [`2025-08-31;2026-02-26;${moved.source}`, ansc] },
  {
    format: 'xlsx',
    layout: 'fiches',
    says: [excelDay('2025-08-31'), excelDay('2026-02-26'), moved.source, 'Data di legge', ansc],
  },
  {
    format: 'ics',
    layout: 'fiches',
    says: ['DTSTART;VALUE=DATE:20260226', `Il piano nazionale stampa: ${moved.printed}.`, `Fonte: ${moved.source}`],
  },
] as const

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-law-'))
  writeFileSync(join(folder, 'profile.yaml'), profileYaml(profile))
  for (const layout of ['fiches', 'tables'] as const) {
    const formats = documents.filter((one) => one.layout === layout).map(({ format }) => format)
    const args = ['--out', layout, '--layout', layout, '--formats', formats.join(',')]
    const drafted = timone(['draft', 'profile.yaml', ...args], folder)
    if (drafted.code !== 0) throw new Error(drafted.err)
  }
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('where the law moves a date, both are printed with the source, and a duty says that it is one', () => {
  test.each(documents)('in $format, laid out as $layout', async ({ format, layout, says }) => {
    const bytes = readFileSync(join(folder, layout, `piano-vallechiara-2026-2028-bozza.${format}`))
    const text = squeeze(await readText(format, bytes))
    expect(says.filter((words) => !text.includes(squeeze(words)))).toEqual([])
  })
})
