// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../../kernel/access.ts'
import { limits, type SignedIn } from '../model.ts'
import { createSessionMemory, type SessionMemory } from './session-memory.ts'

let memory: SessionMemory
let asked: number
beforeEach(() => {
  memory = createSessionMemory()
  asked = 0
})

const rita: SignedIn = { person: { id: 'rita' as PersonId, name: 'Rita', email: 'rita@ente.example' }, sessionId: 's' }
const find = async () => {
  asked += 1
  return rita
}

test('what is known of a session holds for ten seconds', async () => {
  for (const now of [0, 1, limits.remembered - 1]) expect(await memory.recall('a', now, find)).toBe(rita)
  expect(asked).toBe(1)
  await memory.recall('a', limits.remembered, find)
  expect(asked).toBe(2)
})

test('every cookie stands for itself', async () => {
  await memory.recall('a', 0, find)
  expect(await memory.recall('b', 0, async () => undefined)).toBeUndefined()
})

test('that there is no session is asked again every time', async () => {
  const none = async () => {
    asked += 1
    return undefined
  }
  await memory.recall('a', 0, none)
  await memory.recall('a', 0, none)
  expect(asked).toBe(2)
})

test('what was told to be forgotten is asked again, even when it was being asked just then', async () => {
  await memory.recall('a', 0, find)
  memory.forget()
  await memory.recall('a', 0, async () => {
    memory.forget()
    return find()
  })
  await memory.recall('a', 0, find)
  expect(asked).toBe(3)
})

test('a clock that is set back does not make it hold longer', async () => {
  await memory.recall('a', 1_000_000, find)
  await memory.recall('a', 0, find)
  expect(asked).toBe(2)
})
