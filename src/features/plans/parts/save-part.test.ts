// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../../../tests/databases.ts'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { type InventedPlan, openInventedPlan } from '../../../../tests/factories/invented-plan.ts'
import type { Viewer } from '../../../kernel/access.ts'
import { readJournal } from '../../audit/index.ts'
import type { PlanState } from '../plan/lifecycle.ts'
import { statuses } from '../plan/model.ts'
import { readPlanRows, updatePlan } from '../plan/store.ts'
import { type EntryContent, entryPart } from './entry-part.ts'
import type { Conflict } from './part-kind.ts'
import { readHistory } from './part-store.ts'
import { changedFields, conflictFields, mergeSides, proposedSide } from './rules.ts'
import { savePart, writePlan } from './save-part.ts'

const writer = viewerWho(() => true, 'Lucia Prova')
const colleague = viewerWho(() => true, 'Marco Prova')
const reader = viewerWho((action) => action === 'plan.read', 'Lettrice Prova')
const contributor = viewerWho(
  (action, place) =>
    action === 'plan.read' ||
    (action === 'entry.write' && (place?.offices === undefined || place.offices.includes('Ufficio tributi'))),
  'Collaboratore Prova',
  ['Ufficio tributi'],
)

describe.each(engines)('a part of a plan on the $name engine', ({ open }) => {
  let invented: InventedPlan
  beforeAll(async () => {
    invented = await openInventedPlan(await open())
  })
  afterAll(() => invented.close())
  beforeEach(() => invented.adopt())

  const place = { slug: 'vallechiara', triennium: '2025-2027', key: 'CAP1.PA.01' }
  const save = (base: number, content: EntryContent | undefined, viewer: Viewer = writer, key = place.key) =>
    savePart(invented.tenants, entryPart, { ...place, key }, { base, content }, viewer)
  const move = (state: PlanState) =>
    writePlan(invented.tenants, place, (writer, plan) => updatePlan(writer, plan, { state }))
  const stored = (key = place.key) =>
    invented.read(async (reader) => {
      const [plan] = await readPlanRows(reader)
      if (!plan) throw new Error('no plan')
      // The number before the content: who saves what is newer than its number learns it, never the other way round.
      const history = await readHistory<EntryContent>(reader, plan, `plan:${plan.id}/entry:${key}`, 200)
      return { content: await entryPart.read(reader, plan, key), history, revision: plan.revision }
    })
  const journal = () => invented.read((reader) => readJournal(reader, 1000))
  /** What is stored and told stays as it was while the work is refused. */
  const expectRefused = async (work: () => Promise<unknown>, refusal: object) => {
    const before = [await stored(), await journal()]
    await expect(work()).rejects.toMatchObject(refusal)
    expect([await stored(), await journal()]).toEqual(before)
  }
  const current = async () => (await stored()).content ?? {}

  test.each([
    ['of a body that is not there', { slug: 'nessuno' }, 'not-found'],
    ['of a plan that is not there', { triennium: '2022-2024' }, 'not-found'],
  ])('%s is not saved', async (_, change, code) => {
    const work = () =>
      savePart(invented.tenants, entryPart, { ...place, ...change }, { base: 0, content: { notes: 'x' } }, writer)
    await expectRefused(work, { code })
  })

  test('is not saved by who only reads', () =>
    expectRefused(() => save(0, { notes: 'x' }, reader), { code: 'forbidden' }))

  test('is not saved by the contributor of another office, nor where no office has it', async () => {
    await save(0, { offices: ['Ufficio anagrafe'] })
    await expectRefused(() => save(1, { offices: ['Ufficio anagrafe'], notes: 'x' }, contributor), {
      code: 'forbidden',
    })
    await expectRefused(() => save(0, { notes: 'x' }, contributor, 'CAP1.PA.02'), { code: 'forbidden' })
  })

  test('keeps whose hands it is in from a contributor', async () => {
    await save(0, { offices: ['Ufficio tributi'] })
    for (const field of [{ offices: [] }, { ownerOffice: 'Ufficio tributi' }]) {
      await expectRefused(() => save(1, { offices: ['Ufficio tributi'], ...field }, contributor), { code: 'forbidden' })
    }
  })

  test.each(['inReview', 'superseded'] as const)('is not saved while the plan is %s', async (state) => {
    const content = await current()
    await move(state)
    await expectRefused(() => save(0, { ...content, notes: 'x' }), { code: 'not-now' })
  })

  test('changes only its progress once the plan is approved', async () => {
    const content = await current()
    await move('approved')
    await expectRefused(() => save(0, { ...content, activity: 'Altro.' }), { code: 'not-now' })
    expect(await save(0, { ...content, status: 'completed' })).toMatchObject({ kind: 'saved', changed: ['status'] })
  })

  test.each([7, -1])('is not saved on revision %i, that never was', (base) =>
    expectRefused(() => save(base, { notes: 'x' }), { code: 'invalid-input' }),
  )

  test('is saved with its revision and its line in the journal, which tell what changed', async () => {
    const before = await stored()
    const outcome = await save(0, { ...before.content, status: 'completed', completed: '2026-02-01' })
    expect(outcome).toEqual({ kind: 'saved', revision: 1, changed: ['status', 'completed'] })
    const after = await stored()
    expect(after.content).toEqual({ ...before.content, status: 'completed', completed: '2026-02-01' })
    expect(after.history.map(({ number, content, by }) => ({ number, content, by }))).toEqual([
      { number: 1, content: after.content, by: 'Lucia Prova' },
      { number: 0, content: before.content, by: 'Lucia Prova' },
    ])
    expect(after.revision).toBe(before.revision + 1)
    expect((await journal())[0]).toMatchObject({
      actor: 'Lucia Prova',
      event: {
        type: 'partChanged',
        part: 'entry:CAP1.PA.01',
        revision: 1,
        before: { status: 'inProgress', completed: null },
        after: { status: 'completed', completed: '2026-02-01' },
      },
    })
  })

  test('is written where nothing was said of the line', async () => {
    expect(await save(0, { notes: 'Prima nota.' }, writer, 'CAP1.PA.02')).toMatchObject({ kind: 'saved', revision: 1 })
    expect((await stored('CAP1.PA.02')).content).toEqual({ notes: 'Prima nota.' })
  })

  test('that says the same leaves no trace', async () => {
    const before = [await stored(), await journal()]
    expect(await save(0, { ...(await current()), funding: [], ownerOffice: '' })).toEqual({
      kind: 'unchanged',
      revision: 0,
    })
    expect([await stored(), await journal()]).toEqual(before)
  })

  test('of which two people say the same, or one says nothing new, has no conflict', async () => {
    const content = await current()
    await save(0, { ...content, notes: 'Uguale.' })
    expect(await save(0, { ...content, notes: 'Uguale.' }, colleague)).toEqual({ kind: 'unchanged', revision: 1 })
    expect(await save(0, content, colleague)).toEqual({ kind: 'unchanged', revision: 1 })
  })

  test('that somebody else saved meanwhile is not overwritten, and the answer has all three sides', async () => {
    const content = await current()
    await save(0, { ...content, notes: 'Sue note.' }, colleague)
    const before = [await stored(), await journal()]
    const outcome = await save(0, { ...content, activity: 'La mia attività.' })
    expect(outcome).toMatchObject({
      kind: 'conflict',
      conflict: {
        base: content,
        theirs: { ...content, notes: 'Sue note.' },
        mine: { ...content, activity: 'La mia attività.' },
        revision: 1,
        by: 'Marco Prova',
      },
    })
    expect([await stored(), await journal()]).toEqual(before)
  })

  test('that a contributor had before them when its offices changed is a conflict, not a trespass', async () => {
    const content = { ...(await current()), offices: ['Ufficio tributi'] }
    await save(0, { ...content, offices: ['Ufficio tributi', 'Ufficio anagrafe'] })
    const outcome = await save(0, { ...content, notes: 'Fatto a marzo.' }, contributor)
    expect(outcome).toMatchObject({ kind: 'conflict', conflict: { revision: 1 } })
  })

  test('keeps every change of everybody, whoever comes second and however often', async () => {
    const { tenants } = invented
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { minLength: 2, maxLength: 4 }), async (edits) => {
        await invented.adopt()
        const base = await current()
        const offered: EntryContent[] = []
        for (const edit of edits) {
          const mine = { ...base, ...edit }
          offered.push(mine)
          let attempt: { readonly base: number; readonly content: EntryContent } = { base: 0, content: mine }
          for (;;) {
            const outcome = await savePart(tenants, entryPart, place, attempt, writer)
            if (outcome.kind !== 'conflict') break
            const { conflict } = outcome
            expect([conflict.base ?? {}, conflict.mine]).toEqual([base, mine])
            expectNothingHidden(conflict)
            const sides = Object.fromEntries(
              conflictFields(entryPart, conflict).map((one) => [one.field, proposedSide(one) ?? 'mine']),
            )
            attempt = { base: conflict.revision, content: mergeSides(entryPart, conflict, sides) }
          }
        }
        // The last one's changes stand; a change of an earlier one stands, or is in the history that it left behind.
        const { content, history } = await stored()
        const last = offered.at(-1)
        for (const field of changedFields(entryPart, base, last)) expect(content?.[field]).toEqual(last?.[field])
        for (const mine of offered) {
          for (const field of changedFields(entryPart, base, mine)) {
            expect(history.map((revision) => revision.content?.[field])).toContainEqual(mine[field])
          }
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }).map((part) => `testo ${part}`)
const entries: fc.Arbitrary<EntryContent> = fc.record(
  {
    activity: text,
    status: fc.constantFrom(...statuses),
    planned: text,
    notes: text,
    offices: fc.array(text, { minLength: 1, maxLength: 2 }),
    allocations: fc.constant([{ source: 'Bilancio', year: 2026, amount: '10.00' }]),
    ownerOffice: text,
  },
  { requiredKeys: [] },
)

/** Every field on which two people differ is told, with who changed it. */
function expectNothingHidden(conflict: Conflict<EntryContent>): void {
  const told = new Map(conflictFields(entryPart, conflict).map(({ field, changedBy }) => [field, changedBy]))
  expect([...told.keys()]).toEqual(changedFields(entryPart, conflict.mine, conflict.theirs))
  const mine = new Set(changedFields(entryPart, conflict.base, conflict.mine))
  const theirs = new Set(changedFields(entryPart, conflict.base, conflict.theirs))
  for (const [field, changedBy] of told) {
    expect(changedBy).toBe(mine.has(field) ? (theirs.has(field) ? 'both' : 'mine') : 'theirs')
  }
}
