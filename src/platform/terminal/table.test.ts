// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { textTable } from './table.ts'

describe('textTable', () => {
  it('puts quantities to the right, and words and codes that begin with a digit to the left', () => {
    const rows = [
      ['2024-2026', '72', '1.695 kB'],
      ['2024-2026-update-2025', '121', '–'],
    ]
    expect(textTable(['Edizione', 'Linee', 'Dimensione'], rows).split('\n')).toEqual([
      'Edizione               Linee  Dimensione',
      '─────────────────────  ─────  ──────────',
      '2024-2026                 72    1.695 kB',
      '2024-2026-update-2025    121           –',
    ])
  })

  it('breaks the widest columns, and them alone, where a line does not suffice', () => {
    const rows = [['CAP1.PA.01', 'Un titolo piuttosto lungo', 'Una ragione che è più lunga ancora del titolo']]
    expect(textTable(['Linea', 'Titolo', 'Motivo'], rows, 46).split('\n')).toEqual([
      'Linea       Titolo            Motivo',
      '──────────  ────────────────  ────────────────',
      'CAP1.PA.01  Un titolo         Una ragione che',
      '            piuttosto lungo   è più lunga',
      '                              ancora del',
      '                              titolo',
    ])
  })

  it('is wide rather than unreadable on a line of a few characters', () => {
    const [heading = ''] = textTable(['Titolo'], [['parole parole parole']], 3).split('\n')
    expect(heading).toBe('Titolo')
  })
})
