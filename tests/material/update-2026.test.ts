// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { assessEdition } from '../../src/features/catalogue/applicability/rules.ts'
import { diffEditions } from '../../src/features/catalogue/editions/diff-editions.ts'
import { importEdition } from '../../src/features/catalogue/editions/import-edition.ts'
import { openCatalogue } from '../../src/features/catalogue/editions/store.ts'
import { readAgidJson } from '../../src/features/catalogue/official-text/agid-json.ts'
import { assembleEdition } from '../../src/features/catalogue/official-text/assemble-edition.ts'
import { fingerprintOf } from '../../src/features/catalogue/succession/same-text.ts'
import { fold } from '../../src/kernel/text.ts'
import { root } from '../../src/main/compose.ts'
import { materialFile } from './material.ts'

const imported = mkdtempSync(join(tmpdir(), 'timone-update-2026-'))
afterAll(() => rmSync(imported, { recursive: true }))

const open = (folder: string) => openCatalogue({ shipped: join(root, 'catalogue'), imported: folder })
const shipped = open('/no-such-folder').edition('2024-2026-update-2026')
const official = (name: string) => ({
  ...assembleEdition(name, readAgidJson(name, readFileSync(materialFile('catalogue', name), 'utf8')).reading).content,
  complete: true,
})

describe('the source tree of the 2026 update', async () => {
  const report = await importEdition(open(imported), {
    path: materialFile('catalogue', 'update-2026-source'),
    partial: false,
    today: '2026-12-01',
  })

  it('is known by its codes, and read whole, with its known slips', () => {
    const { edition, unread, corrected, absent, redated, missing } = report
    expect(edition.id).toBe('2024-2026-update-2026')
    expect(
      [edition.lines, edition.institutionalLines].map((lines) => lines.filter((line) => line.officialText).length),
    ).toEqual([124, 110])
    expect({ unread, absent, redated, missing }).toEqual({
      unread: [],
      absent: [],
      redated: [],
      missing: { rule: [], title: [], summary: [] },
    })
    expect(corrected.map(({ code }) => code)).toEqual(['CAP4.PA.21', 'CAP1.34'])
  })

  it('has the dates, results and owners that are shipped', () => {
    const printed = ({ edition }: Pick<typeof report, 'edition'>) =>
      [...edition.lines, ...edition.institutionalLines].map(
        ({ code, chapter, objective, results, timing, replanned, corrections }) => ({
          code,
          chapter,
          objective,
          results,
          timing,
          replanned,
          corrections,
        }),
      )
    expect(printed({ edition: shipped })).toEqual(printed(report))
    const years = ({ results }: typeof shipped) =>
      results.map(({ code, targets }) => [
        code,
        ...targets.filter(({ text }) => !/^n\.[ad]\.$/.test(text)).map(({ year }) => year),
      ])
    expect(years(shipped)).toEqual(years(report.edition))
  })
})

describe('the words of the shipped 2026 update', () => {
  const found = diffEditions(official('2024-2026-update-2025.json'), official('2024-2026-update-2026.json'))
  const former = open('/no-such-folder').edition('2024-2026-update-2025')
  const own = diffEditions(former, shipped)

  it('are new for the lines that AgID reworded, inherited for all others', () => {
    expect(own.reworded).toEqual(found.reworded)
    expect([own.new, own.retired, own.redated]).toEqual([found.new, found.retired, found.redated])
  })

  it('are not AgID’s', () => {
    const sentences = new Map(
      official('2024-2026-update-2026.json').lines.map(({ code, officialText }) => [code, fold(officialText)]),
    )
    const copied = shipped.lines.filter(({ code, summary = '' }) => {
      const words = fold(summary).split(/\s+/)
      const runs = words.map((_, index) => words.slice(index, index + 12)).filter((run) => run.length === 12)
      return runs.some((run) => sentences.get(code)?.includes(run.join(' ')))
    })
    expect(copied.map(({ code }) => code)).toEqual([])
  })
})

describe('the 2026 update, as if it were not shipped', () => {
  it('keeps the verdicts of all lines that AgID did not reword, by what is shipped of the former texts alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timone-not-shipped-'))
    try {
      cpSync(join(root, 'catalogue'), join(folder, 'shipped'), {
        recursive: true,
        filter: (path) => !path.endsWith('update-2026'),
      })
      const catalogue = openCatalogue({ shipped: join(folder, 'shipped'), imported: join(folder, 'imported') })
      const { edition, toConfirm } = await importEdition(catalogue, {
        path: materialFile('catalogue', 'update-2026-source'),
        id: '2024-2026-update-2026',
        partial: false,
        today: '2026-12-01',
      })
      expect(toConfirm).toEqual(
        diffEditions(official('2024-2026-update-2025.json'), official('2024-2026-update-2026.json')).reworded,
      )
      const body = { name: 'Comune di Vallechiara', kind: 'municipality', population: 5000 } as const
      const [here, there] = [edition, shipped].map((one) => assessEdition(body, {}, undefined, one))
      const kept = shipped.lines.filter(({ code }) => here?.get(code)?.reason === there?.get(code)?.reason)
      expect(kept.length).toBeGreaterThanOrEqual(99)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is told from the former edition by fingerprints of the texts as they are printed', () => {
    for (const name of ['2024-2026', '2024-2026-update-2025', '2024-2026-update-2026']) {
      const { lines } = official(`${name}.json`)
      expect(Object.fromEntries(lines.map(({ code, officialText }) => [code, fingerprintOf(officialText)]))).toEqual(
        open('/no-such-folder').edition(name).fingerprints,
      )
    }
  })
})
