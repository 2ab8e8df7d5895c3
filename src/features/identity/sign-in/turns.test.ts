// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, expect, test } from 'vitest'
import { createTurns, type Waiter } from './turns.ts'

/** What runs, in the order in which it began, and how each ends. */
let begun: string[]
let ends: Map<string, () => void>
let turns: ReturnType<typeof createTurns>
beforeEach(() => {
  begun = []
  ends = new Map()
  turns = createTurns({ atWork: 2, waiting: 3, ofOneNetwork: 2 })
})

const ask = (name: string, who: Waiter = { network: name }) =>
  turns.take(who, async () => {
    begun.push(name)
    await new Promise<void>((done) => ends.set(name, done))
    return name
  })
const end = async (name: string) => {
  ends.get(name)?.()
  await new Promise((done) => setImmediate(done))
}
const busy = { code: 'too-busy', retryAfter: expect.any(Number) }

test('beyond those who wait everybody is refused at once', async () => {
  const taken = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name))
  await expect(ask('f')).rejects.toMatchObject(busy)
  expect(begun).toEqual(['a', 'b'])
  for (const name of ['a', 'b', 'c', 'd', 'e']) await end(name)
  expect(await Promise.all(taken)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('one network does not take all the places, and those who are known go first', async () => {
  const taken = ['a', 'b', 'c', 'd'].map((name) => ask(name, { network: 'crowd' }))
  await expect(ask('e', { network: 'crowd' })).rejects.toMatchObject(busy)
  taken.push(ask('f', { network: 'elsewhere' }))
  await expect(ask('g', { network: 'third' })).rejects.toMatchObject(busy)
  taken.push(ask('h', 'known'))
  await end('a')
  await end('b')
  expect(begun).toEqual(['a', 'b', 'h', 'c'])
  for (const name of ['h', 'c', 'd', 'f']) await end(name)
  expect(await Promise.all(taken)).toHaveLength(6)
})

test('work that fails gives its turn on, and a turn within a turn is the same', async () => {
  const failing = turns.take('known', async () => {
    throw new Error('spoilt')
  })
  await expect(failing).rejects.toThrow('spoilt')
  const nested = await turns.take('known', () =>
    turns.take('known', () => turns.take('known', async () => 'done within one')),
  )
  expect(nested).toBe('done within one')
  const taken = [ask('a'), ask('b')]
  expect(begun).toEqual(['a', 'b'])
  await end('a')
  await end('b')
  await Promise.all(taken)
})
