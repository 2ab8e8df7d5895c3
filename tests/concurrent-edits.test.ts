// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyJournal } from '../src/features/audit/verify-journal.ts'
import { readPlanRows } from '../src/features/plans/index.ts'
import { type AdministrationId, slugOf, trienniumOf } from '../src/kernel/ids.ts'
import { engines } from './databases.ts'
import { fieldsIn } from './factories/form-visitor.ts'
import { openSite, type TestSite } from './factories/site.ts'
import type { TestBrowser } from './factories/test-browser.ts'

const slug = slugOf('vallechiara')
/** Few lines for many people, so that they are always in each other's way. */
const codes = ['CAP1.PA.01', 'CAP1.PA.02', 'CAP2.PA.01']
const formOf = (code: string) => `/enti/${slug}/piano/2025-2027/linee/${code}/modifica`

describe.each(engines)('a hundred edits of one plan by ten people at once, on $name', ({ open }) => {
  let site: TestSite
  let body: AdministrationId
  let people: readonly TestBrowser[]
  /** Conflicts that were met: the other person changed another field, or the very same. */
  const met = { otherField: 0, sameField: 0 }

  beforeAll(async () => {
    site = await openSite({ opened: await open() })
    body = await site.adopt({
      administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
      plan: {
        triennium: trienniumOf('2025-2027'),
        edition: '2024-2026',
        entries: [{ code: 'CAP1.PA.01', activity: 'Inizio' }],
      },
    })
    people = await Promise.all(
      Array.from({ length: 10 }, (_, number) => {
        const who = { name: `Persona ${number}`, email: `persona${number}@vallechiara.example` }
        return site.enter('referent', { kind: 'administration', slug }, who)
      }),
    )
  })
  afterAll(() => site.close())

  /**
   * What a person does: opens the form, adds a word to a field, saves. Shown a conflict, keeps their own side where they
   * alone changed the field; else leaves the other's, opens the form again, and adds the word to what is there now.
   */
  async function addWord(browser: TestBrowser, word: string, code: string, field: string): Promise<void> {
    const url = formOf(code)
    for (;;) {
      const shown = fieldsIn((await browser.get(url)).body)
      let kept = 'mine'
      let answer = await browser.post(url, { ...shown, [field]: `${shown[field]} ${word}`.trim(), azione: 'salva' })
      while (answer.status === 409) {
        const choices = fieldsIn(answer.body)
        const side = `side-${field}`
        const proposed = choices[side]
        if (proposed === 'mine') met.otherField += 1
        else met.sameField += 1
        kept = proposed ?? 'theirs'
        answer = await browser.post(url, { ...choices, [side]: kept, azione: 'risolvi' })
      }
      if (answer.status !== 303) throw new Error(`${word}: ${answer.status}`)
      if (answer.location.includes('esito=salvata') && kept === 'mine') return
      if (!answer.location.includes('esito=invariata')) throw new Error(`${word}: ${kept}, ${answer.location}`)
    }
  }

  test('lose nothing: every word is there, every revision and every journal line, in one unbroken chain', async () => {
    await Promise.all(
      people.map(async (browser, n) => {
        for (let m = 0; m < 10; m++) {
          await addWord(browser, `p${n}m${m}`, codes[(n + m) % codes.length] ?? '', n % 2 === 0 ? 'activity' : 'notes')
        }
      }),
    )
    // There must have been conflicts of both sorts, or the test would show nothing.
    expect(met.otherField).toBeGreaterThan(10)
    expect(met.sameField).toBeGreaterThan(10)

    const [reader = people[0]] = people
    const forms = await Promise.all(codes.map(async (code) => fieldsIn((await reader?.get(formOf(code)))?.body ?? '')))
    const inField = (field: string) => forms.flatMap((fields) => fields[field]?.split(' ') ?? []).sort()
    const words = (parity: number) =>
      people.flatMap((_, n) => (n % 2 === parity ? Array.from({ length: 10 }, (__, m) => `p${n}m${m}`) : []))
    // Every acknowledged word once, in its own field, and nothing else but what was there before.
    expect(inField('activity')).toEqual(['Inizio', ...words(0)].sort())
    expect(inField('notes')).toEqual(words(1).sort())

    const stored = await site.tenants.tenant(body).read(async (db) => ({
      plans: await readPlanRows(db),
      revisions: await db.db.selectFrom('part_revision').select(['subject', 'revision']).orderBy('revision').execute(),
      journal: await db.db.selectFrom('journal').select(['sequence', 'event']).orderBy('sequence').execute(),
    }))
    // One revision for each edit, numbered without holes from what was there before.
    const subjects = Map.groupBy(stored.revisions, ({ subject }) => subject)
    expect(subjects.size).toBe(codes.length)
    for (const rows of subjects.values()) {
      expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index))
    }
    expect(stored.revisions).toHaveLength(100 + codes.length)
    expect(stored.plans.map(({ revision }) => revision)).toEqual([101])

    expect(stored.journal.filter(({ event }) => event.type === 'partChanged')).toHaveLength(100)
    expect(stored.journal.map(({ sequence }) => sequence)).toEqual(stored.journal.map((_, index) => index + 1))
    const { chains } = await verifyJournal(site.tenants, { heads: [] }, () => undefined)
    expect(chains.map(({ fault }) => fault)).toEqual(chains.map(() => undefined))
    expect(chains.find((chain) => chain.body === slug)?.head.sequence).toBe(stored.journal.length)
  }, 240_000)
})
