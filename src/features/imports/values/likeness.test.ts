// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { likeness } from './likeness.ts'

describe('how alike two texts are', () => {
  it.each([
    ['', '', 1],
    ['', 'uno', 0],
    ['Le PA aprono', 'le pa APRONO!', 1],
    ['Gli enti aprono uffici', 'Gli enti chiudono uffici', 0.75],
    ['città', 'citta', 1],
  ])('%j, %j: %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected)
    expect(likeness(b, a)).toBe(likeness(a, b))
  })
})
