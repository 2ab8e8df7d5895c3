// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

describe('nearest', () => {
  it('suggests nothing for a word that is like none', () => {
    expect(nearest('xyzzy', ['activity', 'status'])).toEqual([])
  })

  it('does not compare a very long word', () => {
    expect(nearest('a'.repeat(1_000_000), ['activity'])).toEqual([])
  })

  it('suggests the word that differs least', () => {
    expect(nearest('activty', ['notes', 'activity', 'code'])).toEqual(['activity'])
    expect(nearest('stato', ['code', 'status', 'notes'])).toEqual(['status'])
  })

  it('suggests what begins with the word, ignoring case and accents', () => {
    expect(nearest('VALLE', ['Monteverde', 'Vallè Antica'], 3)).toEqual(['Vallè Antica'])
  })

  it('gives at most as many as asked, nearest first', () => {
    expect(nearest('Borgo', ['Bargo', 'Borgo', 'Burga'], 2)).toEqual(['Borgo', 'Bargo'])
  })
})
