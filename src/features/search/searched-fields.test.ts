// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../../tests/databases.ts'
import { viewerWho } from '../../../tests/factories/access.ts'
import { freezeVersion } from '../../../tests/factories/published-site.ts'
import { openSite, type TestSite } from '../../../tests/factories/site.ts'
import { nobody } from '../../kernel/access.ts'
import { prepareStore } from '../../main/prepare-store.ts'
import { recordKinds } from '../../main/record-kinds.ts'
import { entryContentFields, initiativeFields } from '../plans/index.ts'
import type { Profile } from '../profiles/index.ts'
import { anyField, type Fields, fieldNames } from '../records/index.ts'
import { followDeclarations } from './follow-declarations.ts'

/** A word that nothing else says, in a value that the field takes: a word, a number, a list of them. */
function sample<Content extends object>(fields: Fields<Content>, name: keyof Content & string, word: string) {
  const { schema } = anyField(fields, name)
  const values: readonly unknown[] = [word, [word], word.length + 30, ['CAP3.PA.02']]
  const value = values.find((one) => schema.safeParse(one).success)
  return [name, value] as const
}

const searchedNames = <Content extends object>(fields: Fields<Content>) =>
  fieldNames(fields).filter((name) => anyField(fields, name).searched)

const entrySamples = searchedNames(entryContentFields)
  .filter((name) => name !== 'evidence')
  .map((name) => sample(entryContentFields, name, `${name}quercia`.toLowerCase()))
const initiativeSamples = searchedNames(initiativeFields).map((name) =>
  sample(initiativeFields, name, `${name}larice`.toLowerCase()),
)

const profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
  plan: {
    title: 'Il digitale fra i castagni',
    triennium: '2025-2027',
    edition: '2024-2026',
    narrative: { conclusion: 'Poi verranno i frassini.' },
    entries: [
      {
        code: 'CAP1.PA.01',
        status: 'planned',
        evidence: [{ label: 'Elenco dei tigli', url: 'https://vallechiara.example/tigli' }],
        ...Object.fromEntries(entrySamples),
      },
    ],
    initiatives: [{ title: 'Iniziativa', status: 'planned', ...Object.fromEntries(initiativeSamples) }],
  },
} as Profile

const wordsOf = (value: unknown): string => [value].flat().join(' ')

describe.each(engines)('every searched field, on the $name engine', ({ open }) => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite({ opened: await open(), viewer: viewerWho(), bodies: [profile] })
    const [id] = site.ids
    if (id === undefined) throw new Error('no body')
    await freezeVersion(site.tenants, id, { number: 1, state: 'published', profile })
  })
  afterAll(() => site.close())

  const find = async (q: string) => {
    const { body } = await site.get(`/cerca?q=${encodeURIComponent(q)}`)
    return [...body.matchAll(/class="t-row-title" href="([^"]*)"/g)].map(([, href = '']) => href)
  }
  const plan = '/enti/vallechiara/piano/2025-2027'
  const published = '/trasparenza/vallechiara/2025-2027'

  test.each(entrySamples)('an entry is found by its %s, in the plan and where it is published', async (_, value) => {
    const found = await find(wordsOf(value))
    expect(found).toContain(`${plan}/linee/CAP1.PA.01`)
    expect(found).toContain(`${published}#CAP1.PA.01`)
  })

  test.each(initiativeSamples)('an initiative is found by its %s, there and there', async (_, value) => {
    const found = await find(wordsOf(value))
    expect(found).toContainEqual(expect.stringContaining(`${plan}/contenuti/iniziative/`))
    expect(found).toContain(`${published}#iniziativa-1`)
  })

  test('so are texts, titles and proofs', async () => {
    expect(await find('frassini')).toEqual([`${plan}/contenuti/testi/conclusioni`, `${published}#conclusioni`])
    expect(await find('castagni')).toEqual([plan, `${published}#atto`])
    expect(await find('tigli')).toEqual([`${plan}/linee/CAP1.PA.01`, `${published}#CAP1.PA.01`])
  })

  /** All kinds, with the searched fields of initiatives declared otherwise. */
  const declared = (searched: (typeof recordKinds)[number]['searched']) =>
    recordKinds.map((kind) => (kind.name === 'initiative' ? { ...kind, searched } : kind))

  test('what is declared otherwise is found otherwise, also of what was written before', async () => {
    const [, word] = initiativeSamples.find(([name]) => name === 'baseline') ?? []
    const searched = recordKinds.find(({ name }) => name === 'initiative')?.searched ?? []
    expect(await find(wordsOf(word))).toHaveLength(2)
    await followDeclarations(site.tenants, declared(searched.filter(({ field }) => field !== 'baseline')))
    expect(await find(wordsOf(word))).toEqual([])
    const { valueWords: words = {} } = anyField(initiativeFields, 'status')
    await followDeclarations(
      site.tenants,
      declared([...searched, { field: 'status', column: 'status', weight: 'C', words }]),
    )
    expect(await find(wordsOf(word))).toHaveLength(2)
    // A status is found by what people call it.
    expect(await find('pianificata')).toEqual([
      expect.stringContaining(`${plan}/contenuti/iniziative/`),
      `${published}#iniziativa-1`,
    ])
    await prepareStore(site.tenants, site.catalogue)
    expect(await find('pianificata')).toEqual([])
  })

  test('a start that finds nothing changed indexes nothing again', async () => {
    const start = () => site.count(() => prepareStore(site.tenants, site.catalogue))
    const few = await start()
    await followDeclarations(site.tenants, declared([]))
    expect(await start()).toBeGreaterThan(few)
    expect(await start()).toBe(few)
  })

  test('a start that was interrupted is taken up by the next one', async () => {
    await prepareStore(site.tenants, site.catalogue)
    await site.run('update searched_fields set followed = false')
    await site.run(`delete from search_part where kind = 'title'`)
    expect(await find('castagni')).toEqual([`${published}#atto`])
    await prepareStore(site.tenants, site.catalogue)
    expect(await find('castagni')).toEqual([plan, `${published}#atto`])
  })

  test('without a person what is not published stays hidden', async () => {
    site.become(nobody)
    expect((await find('castagni')).every((href) => href.startsWith('/trasparenza/'))).toBe(true)
    site.become(viewerWho())
  })
})
