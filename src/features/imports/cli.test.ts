// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimone } from '../../../tests/factories/terminal.ts'
import { openSandbox } from '../../main/compose.ts'
import { importCommand } from './cli.ts'

const sandbox = openSandbox({ dataDirectory: '/nonexistent' })

const plan = `Comune di Vallechiara
Piano per l'informatica 2025-2027

Redatto sul Piano Triennale 2024-2026.

OB.1.2 Competenze

- Entro giugno 2025 – Gli uffici frequentano un corso di base - CAP1.PA07
- Da marzo 2025 – Gli uffici misurano quanto hanno imparato - CAP1.PA.08
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-import-'))
  writeFileSync(join(folder, 'piano.txt'), plan)
})
afterEach(() => rmSync(folder, { recursive: true }))

async function timone(...args: string[]) {
  return await runTimone(['import', ...args], (terminal) => ({
    import: importCommand({ terminal, workingDirectory: folder, sandbox }),
  }))
}

describe('timone import', () => {
  it('refuses a file that is not there', async () => {
    const { code, out, err } = await timone('manca.txt')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('manca.txt')
    expect(err).toContain('controllare il percorso')
  })

  it('refuses an edition that the catalogue does not have, and names those that it has', async () => {
    const { code, out, err } = await timone('piano.txt', '--edition', '2030-2032')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('2030-2032')
    expect(err).toContain('2024-2026')
  })

  it('refuses a file of a kind that it does not read', async () => {
    writeFileSync(join(folder, 'foto.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))
    const { code, out, err } = await timone('foto.txt')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('unreadable-file')
  })

  it('says whose plan it is, how many records it has and what must be looked at, and stores nothing', async () => {
    const { code, out } = await timone('piano.txt')
    expect(code).toBe(0)
    expect(out).toContain('Ente: Comune di Vallechiara')
    expect(out).toContain('Triennio: 2025-2027; edizione nazionale: 2024-2026')
    expect(out).toMatch(/Linee d’azione\s+2\s+2/)
    expect(out).toMatch(/CAP1\.PA\.07 \(riga 8\): codice stampato CAP1\.PA07, letto CAP1\.PA\.07/)
    expect(readdirSync(folder)).toEqual(['piano.txt'])
  })

  it('shows twelve doubts, and all with --report', async () => {
    const lines = Array.from(
      { length: 15 },
      (_, index) => `- Da marzo 2025 – Passo ${index} del Comune - CAP1.PA.9${index}`,
    )
    writeFileSync(join(folder, 'dubbi.txt'), `Comune di Vallechiara\n\n${lines.join('\n')}\n`)
    const doubtful = (...flags: string[]) => timone('dubbi.txt', '--edition', '2024-2026', ...flags)
    const doubts = (out: string) => out.match(/ \(riga \d+\): /g)?.length
    const [short, long] = [await doubtful(), await doubtful('--report')]
    expect(doubts(short.out)).toBe(12)
    expect(short.out).toContain('--report')
    expect(doubts(long.out)).toBe(15)
  })

  it('prints the contract with --json, and nothing else', async () => {
    const { code, out, err } = await timone('piano.txt', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const contract = JSON.parse(out)
    expect(Object.keys(contract).toSorted()).toEqual(
      [
        'document',
        'entries',
        'funding',
        'glossary',
        'indicators',
        'initiatives',
        'narrative',
        'ownObjectives',
        'spending',
        'warnings',
      ].toSorted(),
    )
    expect(contract.document).toEqual({
      administration: 'Comune di Vallechiara',
      triennium: '2025-2027',
      edition: '2024-2026',
    })
    expect(contract.entries[0]).toMatchObject({
      code: 'CAP1.PA.07',
      codeAsPrinted: 'CAP1.PA07',
      objective: '1.2',
      timing: 'Entro giugno 2025',
      officialText: 'Gli uffici frequentano un corso di base',
      activity: null,
      responsible: [],
      source: { line: 8, text: '- Entro giugno 2025 – Gli uffici frequentano un corso di base - CAP1.PA07' },
      confidence: expect.any(Number),
      warnings: expect.arrayContaining([expect.stringContaining('CAP1.PA07')]),
    })
  })
})
