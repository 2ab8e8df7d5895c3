// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import type { AdministrationDetails } from '../../administrations/index.ts'
import { assessEdition } from '../applicability/rules.ts'
import { importEdition } from '../editions/import-edition.ts'
import { openCatalogue } from '../editions/store.ts'
import { inventedEdition, inventedLine, writeShipped } from '../fixture/editions.ts'
import type { ActionLine, Edition } from '../model.ts'

const shippedFolder = join(packageRoot(import.meta.url), 'catalogue')

let folder: string
const at = (name: string) => join(folder, name)
const open = () => openCatalogue({ shipped: at('shipped'), imported: at('imported') })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-succession-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** An edition as a JSON file that `timone catalogue import` takes: these texts, nothing of Timone’s own. */
function write(name: string, edition: Edition, textOf: (line: ActionLine) => string, more: object = {}): string {
  const { id, chapters, objectives, results, lines } = edition
  const content = {
    edition: id,
    chapters: chapters.map(({ number, title }) => ({ n: number, title })),
    objectives,
    results: results.map(({ code, objective }) => ({ code, objective, title: `Risultato ${code}`, targets: [] })),
    lines_pa: lines.map(({ code, chapter, objective, results, timing, ...line }) => ({
      code,
      chapter,
      objective,
      results,
      timing,
      text: textOf({ code, chapter, objective, results, timing, ...line }),
    })),
    lines_ist: [],
    ...more,
  }
  writeFileSync(at(name), JSON.stringify(content))
  return at(name)
}
const take = (path: string) => importEdition(open(), { path, partial: false, today: '2028-01-10' })

describe('an edition that Timone does not ship', () => {
  const first = inventedEdition({
    lines: ['CAP1.PA.01', 'CAP1.PA.02', 'CAP1.PA.03'].map((code) => inventedLine({ code })),
  })
  const update = inventedEdition({
    id: '2027-2029-update-2028',
    lines: ['CAP1.PA.01', 'CAP1.PA.02', 'CAP1.PA.04'].map((code) => inventedLine({ code })),
  })
  const texts: Readonly<Record<string, string>> = {
    'CAP1.PA.01': 'Le PA formano «gli sportelli».',
    'CAP1.PA.02': 'Le PA aprono gli sportelli.',
    'CAP1.PA.03': 'Le PA chiudono.',
  }
  beforeEach(async () => {
    writeShipped(at('shipped'), [first])
    await take(write('first.json', first, ({ code }) => texts[code] ?? ''))
  })
  const reworded = ({ code }: ActionLine) =>
    code === 'CAP1.PA.01' ? 'Le  PA* formano "gli sportelli"' : `Le PA fanno altro per ${code}.`

  const asPrinted = (code: string) => ({
    code,
    chapter: 1,
    objective: 'OB.1.1',
    results: [],
    timing: { kind: 'in_force' },
  })

  it('is refused when it follows one that is not there, that comes after it, or itself; nothing is stored', async () => {
    const before = readdirSync(at('imported'))
    for (const follows of ['2030-2032', '2027-2029-update-2028', '2027-2029-update-2029']) {
      await expect(take(write('update.json', update, reworded, { follows }))).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ place: '--follows', remedy: 'indicare una di: 2027-2029' }],
      })
    }
    expect(readdirSync(at('imported'))).toEqual(before)
  })

  it('is refused when a rule that it brings asks an unknown fact, naming the place; nothing is stored', async () => {
    const path = write('update.json', update, reworded)
    const rule = { conditions: [{ fact: 'teletrasporto', is: true }] }
    const lines = update.lines.map(({ code }) => ({ ...asPrinted(code), text: 'Testo', addressees: rule }))
    await expect(take(write('update.json', update, reworded, { lines_pa: lines }))).rejects.toMatchObject({
      code: 'invalid-input',
      problems: expect.arrayContaining([
        expect.objectContaining({
          place: 'update.json: lines_pa[0]',
          message: expect.stringContaining('regola (addressees.conditions.0.fact)') as string,
        }),
      ]) as unknown,
    })
    expect(readdirSync(at('imported'))).toEqual(['2027-2029.json'])
    expect(path).toContain('update.json')
  })

  it('inherits rule, title and summary where AgID’s text is the same, to be confirmed where it is another', async () => {
    const { edition, toConfirm, missing } = await take(write('update.json', update, reworded))
    expect(edition.follows).toBe('2027-2029')
    const [same, other, fresh] = edition.lines
    expect(same).toMatchObject({ title: 'Titolo di CAP1.PA.01', addressees: { kinds: ['municipality'] } })
    expect(same).not.toHaveProperty('toConfirm')
    expect(other).toMatchObject({
      title: 'Titolo di CAP1.PA.02',
      officialText: 'Le PA fanno altro per CAP1.PA.02.',
      toConfirm: { edition: '2027-2029', officialText: 'Le PA aprono gli sportelli.' },
    })
    expect(fresh).not.toHaveProperty('title')
    expect({ toConfirm, missing }).toEqual({
      toConfirm: ['CAP1.PA.02'],
      missing: { rule: ['CAP1.PA.04'], title: ['CAP1.PA.04'], summary: ['CAP1.PA.04'] },
    })
  })

  it('says in its verdicts what is to be confirmed, and who can give a rule that is missing', async () => {
    const { edition } = await take(write('update.json', update, reworded))
    const body: AdministrationDetails = { name: 'Comune di Vallechiara', kind: 'municipality', population: 900 }
    const verdicts = assessEdition(body, {}, undefined, edition)
    expect(verdicts.get('CAP1.PA.01')).toEqual({ verdict: 'applies', reason: 'Riguarda tutti i Comuni' })
    expect(verdicts.get('CAP1.PA.02')).toEqual({
      verdict: 'applies',
      reason:
        'Riguarda tutti i Comuni. Regola ripresa dall’edizione 2027-2029, di cui AgID ha cambiato il testo: da confermare',
    })
    expect(verdicts.get('CAP1.PA.04')).toMatchObject({
      verdict: 'to-verify',
      reason: expect.stringContaining('amministratore della piattaforma') as string,
    })
  })

  it('keeps what its own file says of a line', async () => {
    const lines = update.lines.map(({ code }) => ({
      ...asPrinted(code),
      text: `Testo nuovo di ${code}`,
      addressees: {},
      title: `Suo ${code}`,
      summary: 'Sua sintesi.',
    }))
    const { edition, missing, toConfirm } = await take(write('update.json', update, reworded, { lines_pa: lines }))
    expect(edition.lines.map(({ title, addressees }) => [title, addressees])).toEqual(
      update.lines.map(({ code }) => [`Suo ${code}`, {}]),
    )
    expect([missing, toConfirm]).toEqual([{ rule: [], title: [], summary: [] }, []])
  })
})

describe('the 2026 update, as if it were not shipped', () => {
  const bodies: readonly AdministrationDetails[] = [
    { name: 'Comune di Vallechiara', kind: 'municipality', population: 4200 },
    { name: 'Provincia di Vallechiara', kind: 'province' },
    { name: 'Unione delle Tre Valli', kind: 'union' },
  ]

  it('keeps its verdicts on all lines that AgID did not reword, once both editions’ texts are imported', async () => {
    const shipped = openCatalogue({ shipped: shippedFolder, imported: at('imported') })
    const [former, update] = ['2024-2026-update-2025', '2024-2026-update-2026'].map((id) => shipped.edition(id))
    if (!former || !update) throw new Error('not shipped')
    cpSync(shippedFolder, at('shipped'), { recursive: true, filter: (path) => !path.endsWith('update-2026') })
    // Timone’s own summaries stand in for AgID’s texts: they change exactly where AgID changed its own.
    const summary = (line: ActionLine) => line.summary ?? ''
    await take(write('former.json', former, summary))
    const { edition, toConfirm, missing } = await take(write('update.json', update, summary))
    expect(toConfirm).toHaveLength(12)
    expect(missing.rule).toEqual(['CAP1.PA.13', 'CAP1.PA.14', 'CAP2.PA.08', 'CAP2.PA.09', 'CAP5.PA.26', 'CAP5.PA.27'])
    for (const body of bodies) {
      const [here, there] = [edition, update].map((one) => assessEdition(body, {}, undefined, one))
      const open = [...toConfirm, ...missing.rule]
      const others = update.lines.filter(({ code }) => !open.includes(code))
      expect(others.map(({ code }) => [code, here?.get(code)])).toEqual(
        others.map(({ code }) => [code, there?.get(code)]),
      )
      // 124 lines, of which 6 are new and 12 reworded.
      expect(others).toHaveLength(106)
    }
  })

  it('tells by what is shipped of the former texts, without them, that a text is the same', async () => {
    cpSync(shippedFolder, at('shipped'), { recursive: true, filter: (path) => !path.endsWith('update-2026') })
    const shipped = openCatalogue({ shipped: shippedFolder, imported: at('imported') })
    const update = shipped.edition('2024-2026-update-2026')
    const { toConfirm } = await take(write('update.json', update, () => 'Un testo che AgID non ha mai scritto'))
    // Every line that both have is another text now.
    expect(toConfirm).toHaveLength(118)
  })
})
