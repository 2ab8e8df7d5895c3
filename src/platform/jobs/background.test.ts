// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { openLog } from '../log/log.ts'
import { startBackground } from './background.ts'

const silent = openLog('silent', { write: () => undefined })

test('work that fails is logged, and keeps nothing from going on', async () => {
  const lines: string[] = []
  const background = startBackground(1, openLog('error', { write: (line) => void lines.push(line) }))
  await background.run(() => Promise.reject(new TypeError('guasto')), 1000)
  expect(lines.join('')).toContain('TypeError')
  let done = false
  await background.run(async () => {
    done = true
  }, 1000)
  expect(done).toBe(true)
})

test('who runs it waits until it has ended, but no longer than its patience', async () => {
  const background = startBackground(1, silent)
  const end = Promise.withResolvers<void>()
  const before = performance.now()
  await background.run(() => end.promise, 20)
  expect(performance.now() - before).toBeGreaterThan(15)
  let quick = 0
  end.resolve()
  await background.run(async () => void quick++, 60_000)
  expect(quick).toBe(1)
})

test('no more goes on at once than may, the rest in its order, and settled waits for all', async () => {
  const background = startBackground(2, silent)
  const order: number[] = []
  let going = 0
  let most = 0
  const work = (number: number) => async () => {
    most = Math.max(most, ++going)
    await new Promise((done) => setTimeout(done, 5))
    order.push(number)
    going -= 1
  }
  await Promise.all([1, 2, 3, 4, 5].map((number) => background.run(work(number))))
  await background.settled()
  expect(order).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})
