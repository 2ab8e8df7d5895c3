// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { type ImportAction, may, stateOf } from './lifecycle.ts'
import { type Import, type ImportState, importStates } from './review/model.ts'

const now = new Date('2026-03-10T10:00:00Z')
const imported = (state: ImportState, minutesAgo = 1): Import => ({
  id: 1,
  filename: 'piano.pdf',
  sha256: 'ab'.repeat(32),
  size: 1,
  state,
  uploadedAt: now,
  readingSince: new Date(now.getTime() - minutesAgo * 60_000),
})

test('each state allows what it should and nothing else', () => {
  const allowed = (state: ImportState) =>
    (['decide', 'readAgain', 'discard'] satisfies ImportAction[]).filter((action) => may(action, imported(state), now))
  expect(Object.fromEntries(importStates.map((state) => [state, allowed(state)]))).toEqual({
    reading: [],
    ready: ['decide', 'discard'],
    failed: ['readAgain', 'discard'],
    applied: ['decide'],
    discarded: [],
  })
})

test('a reading that nobody ends has failed, and can be begun again', () => {
  expect(stateOf(imported('reading', 14), now)).toBe('reading')
  expect(stateOf(imported('reading', 16), now)).toBe('failed')
  expect(may('readAgain', imported('reading', 16), now)).toBe(true)
  expect(stateOf(imported('ready', 16), now)).toBe('ready')
})
