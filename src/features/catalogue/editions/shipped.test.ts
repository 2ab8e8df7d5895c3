// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { administrationKinds } from '../../administrations/index.ts'
import type { ActionLine, Addressees, Edition } from '../model.ts'
import { type ShippedFile, shippedJsonSchema, shippedSchemas } from './shipped.ts'
import { openCatalogue } from './store.ts'

const folder = join(packageRoot(import.meta.url), 'catalogue')
const catalogue = openCatalogue({ shipped: folder, imported: join(folder, 'no-such-folder') })

// The figures were counted in AgID's source by other means; only a part of 2022-2024 is known.
const expected = [
  { id: '2022-2024', complete: false, chapters: 8, objectives: 19, results: 0, lines: 72, institutional: 0 },
  { id: '2024-2026', complete: true, chapters: 7, objectives: 26, results: 59, lines: 122, institutional: 157 },
  {
    id: '2024-2026-update-2025',
    complete: true,
    chapters: 7,
    objectives: 26,
    results: 61,
    lines: 121,
    institutional: 120,
  },
  {
    id: '2024-2026-update-2026',
    complete: true,
    chapters: 7,
    objectives: 26,
    results: 62,
    lines: 124,
    institutional: 110,
  },
]

const duplicates = (values: readonly unknown[]) => values.filter((value, index) => values.indexOf(value) !== index)

type Words = Pick<ActionLine, 'addressees' | 'title' | 'summary'> & { readonly code: string }

/** What is Timone's own in an edition: it may be inherited. */
const wordsOf = ({
  lines,
  institutionalLines,
  results,
}: Pick<Edition, 'lines' | 'institutionalLines' | 'results'>): Words[] => [
  ...lines.map(({ code, addressees, title, summary }) => ({ code, addressees, title, summary })),
  ...[...institutionalLines, ...results].map(({ code, title }) => ({ code, title })),
]

/** What the files of an edition say themselves. */
const saidBy = (id: string): Words[] => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, id, name), 'utf8'))
  return wordsOf({
    ...shippedSchemas.edition.parse(read('edition.json')),
    lines: shippedSchemas['action-lines'].parse(read('action-lines.json')),
    institutionalLines: shippedSchemas['institutional-lines'].parse(read('institutional-lines.json')),
  })
}

it('ships these editions, oldest first', () => {
  expect(catalogue.ids()).toEqual(expected.map(({ id }) => id))
})

describe.each(expected)('edition $id', ({ id, ...counts }) => {
  const edition = catalogue.edition(id)
  const allLines = [...edition.lines, ...edition.institutionalLines]

  it('has its number of everything', () => {
    expect({
      complete: edition.complete,
      chapters: edition.chapters.length,
      objectives: edition.objectives.length,
      results: edition.results.length,
      lines: edition.lines.length,
      institutional: edition.institutionalLines.length,
    }).toEqual(counts)
  })

  it('uses each code and each title once', () => {
    expect(duplicates(allLines.map(({ code }) => code))).toEqual([])
    expect(duplicates(edition.lines.map(({ title }) => title))).toEqual([])
    expect(duplicates(edition.institutionalLines.map(({ title }) => title))).toEqual([])
    expect(duplicates(edition.objectives.map(({ code }) => code))).toEqual([])
    expect(duplicates(edition.results.map(({ code }) => code))).toEqual([])
  })

  it('refers only to chapters, objectives and results that it has, each within the other', () => {
    const chapters = edition.chapters.map(({ number }) => number)
    const objectives = new Map(edition.objectives.map(({ code, chapter }) => [code, chapter]))
    const results = new Map(edition.results.map(({ code, objective }) => [code, objective]))
    for (const { code, chapter } of edition.objectives)
      expect([code, chapters]).toEqual([code, expect.arrayContaining([chapter])])
    for (const { code, objective } of edition.results) expect([code, objectives.has(objective)]).toEqual([code, true])
    for (const line of allLines) {
      expect([line.code, line.chapter]).toEqual([line.code, objectives.get(line.objective)])
      expect(line.code).toMatch(new RegExp(`^CAP${line.chapter}\\.`))
      for (const result of line.results) expect([line.code, results.get(result)]).toEqual([line.code, line.objective])
    }
  })

  it('gives every line a rule, a title and a summary, in the order of their codes', () => {
    const bare = edition.lines.filter(({ addressees, title, summary }) => !(addressees && title && summary))
    expect(bare.map(({ code }) => code)).toEqual([])
    expect(edition.institutionalLines.filter(({ title }) => !title)).toEqual([])
    const codes = edition.lines.map(({ code }) => code)
    expect(codes).toEqual(codes.toSorted())
  })

  it('follows an earlier edition, and says only what it does not inherit from it', () => {
    const { follows } = edition
    const earlier = catalogue.ids().slice(0, catalogue.ids().indexOf(id))
    expect(follows).toBe(earlier.at(-1))
    const [said, former] = [saidBy(id), follows === undefined ? [] : wordsOf(catalogue.edition(follows))]
    const inherited = new Map(former.map(({ code, ...words }) => [code, words]))
    const repeated = said.flatMap(({ code, ...words }) =>
      Object.entries(words).flatMap(([part, value]) =>
        value !== undefined && isDeepStrictEqual(value, inherited.get(code)?.[part as keyof typeof words])
          ? [`${code} ${part}`]
          : [],
      ),
    )
    expect(repeated).toEqual([])
  })

  it('writes rules that can be answered', () => {
    const linesWhere = (wrong: (addressees: Addressees) => boolean) =>
      edition.lines.filter(({ addressees = {} }) => wrong(addressees)).map(({ code }) => code)

    expect(linesWhere(({ kinds = [] }) => duplicates(kinds).length > 0)).toEqual([])
    // Operators of public services are only named beside all administrations.
    expect(
      linesWhere(
        ({ kinds }) => kinds?.includes('publicServiceOperator') === true && kinds.length < administrationKinds.length,
      ),
    ).toEqual([])
    expect(linesWhere(({ population, kinds }) => population !== undefined && !kinds?.includes('municipality'))).toEqual(
      [],
    )
    expect(linesWhere(({ sampleOnly, conditions }) => sampleOnly === true && conditions === undefined)).toEqual([])
    expect(
      linesWhere(({ conditions = [] }) =>
        conditions.some(({ fact, is }) => (fact === 'dataCentreGroup') !== (typeof is === 'string')),
      ),
    ).toEqual([])
  })
})

describe('lineage', () => {
  it('starts from every line of 2022-2024 and leads to lines of 2024-2026', () => {
    const lineage = catalogue.lineage()
    const older = catalogue.edition('2022-2024').lines.map(({ code }) => code)
    const newer = catalogue.edition('2024-2026').lines.map(({ code }) => code)
    expect(new Set(lineage.map(({ from }) => from))).toEqual(new Set(older))
    expect(lineage.flatMap(({ to, near }) => [...to, ...near]).filter((code) => !newer.includes(code))).toEqual([])
    for (const { from, relation, to } of lineage) expect([from, relation === 'none']).toEqual([from, to.length === 0])
  })
})

describe('JSON Schema', () => {
  const files = Object.keys(shippedSchemas) as ShippedFile[]

  // After an intended change of the model: npx vitest run src/features/catalogue/editions/shipped.test.ts -u
  it.each(files)('catalogue/schema/%s.schema.json says what the model says', async (file) => {
    const text = `${JSON.stringify(shippedJsonSchema(file), null, 2)}\n`
    await expect(text).toMatchFileSnapshot(join(folder, 'schema', `${file}.schema.json`))
  })

  it('ships no other file that nobody checks', () => {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
    const known = ['README.md', ...files.flatMap((file) => [`${file}.json`, `${file}.schema.json`])]
    expect(names.filter((name) => !known.includes(name))).toEqual([])
  })

  it('lets no official text be shipped', () => {
    const [line] = JSON.parse(readFileSync(join(folder, '2024-2026', 'action-lines.json'), 'utf8')) as object[]
    const { error } = shippedSchemas['action-lines'].safeParse([{ ...line, officialText: 'Testo di AgID' }])
    expect(error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['officialText'] })
  })
})
