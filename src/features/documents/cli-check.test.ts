// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApplication, buildRouteMap, run } from '@stricli/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTerminal } from '../../platform/terminal/terminal.ts'
import { checkCommand } from './cli-check.ts'
import { fixtureProfile } from './fixture.ts'
import { openRenderer, wholeDocument } from './pdf/fixture.ts'

const workingDirectory = mkdtempSync(join(tmpdir(), 'timone-'))
const renderer = openRenderer()

beforeAll(async () => {
  const { bytes } = await renderer.render(wholeDocument, JSON.stringify(fixtureProfile))
  writeFileSync(join(workingDirectory, 'piano.pdf'), bytes)
  const withoutPlan = await renderer.render(wholeDocument, '{}')
  writeFileSync(join(workingDirectory, 'altro.pdf'), withoutPlan.bytes)
  writeFileSync(join(workingDirectory, 'testo.pdf'), 'non sono un PDF')
  writeFileSync(join(workingDirectory, 'enorme.pdf'), '')
  truncateSync(join(workingDirectory, 'enorme.pdf'), 201 * 2 ** 20)
})
afterAll(async () => {
  await renderer.close()
  rmSync(workingDirectory, { recursive: true })
})

/** Runs `timone check` and returns what it printed and what it threw. */
async function check(...inputs: string[]): Promise<{ printed: string; error: unknown }> {
  let printed = ''
  let error: unknown
  const stream = { write: (text: string) => (printed += text) }
  const terminal = openTerminal({ stdout: stream, stderr: stream })
  const command = checkCommand({ terminal, workingDirectory })
  const application = buildApplication(buildRouteMap({ routes: { check: command }, docs: { brief: '' } }), {
    name: 'timone',
    determineExitCode: (thrown) => {
      error = thrown
      return 2
    },
  })
  await run(application, ['check', ...inputs], { process: { stdout: stream, stderr: { write: () => {} } } })
  return { printed, error }
}

describe('timone check', () => {
  it.each([
    ['manca.pdf', 'non esiste'],
    ['.', 'non è un file'],
    ['enorme.pdf', 'supera i 200 MB'],
  ])('refuses %s: %s', async (file, message) => {
    expect((await check(file)).error).toMatchObject({ code: 'unreadable-file', problems: [{ message }] })
  })

  it('refuses a file that is no PDF', async () => {
    expect((await check('testo.pdf')).error).toMatchObject({
      code: 'not-a-plan',
      problems: [{ place: 'testo.pdf, PDF' }],
    })
  })

  it('prints what it found of a PDF that fails, and fails', async () => {
    const { printed, error } = await check('altro.pdf')
    expect(printed).toMatch(/PDF\/A +3A/)
    expect(printed).toMatch(/Dati del piano +non validi, 2 byte/)
    expect(error).toMatchObject({ code: 'not-a-plan', problems: [{ place: 'allegati' }] })
  })

  it('prints claims, language, title, tags and the plan of one that passes', async () => {
    const { printed, error } = await check('piano.pdf')
    expect(error).toBeUndefined()
    expect(printed).toMatch(/PDF\/A +3A\n/)
    expect(printed).toMatch(/PDF\/UA +1\n/)
    expect(printed).toMatch(/Lingua +it-IT\n/)
    expect(printed).toContain(wholeDocument.metadata.title)
    expect(printed).toMatch(/Impronta SHA-256 +[0-9a-f]{64}\n/)
    expect(printed).toMatch(/TD +[\d.]+\n/)
    expect(printed).toContain('Il PDF supera il controllo.')
  })

  it('prints nothing but JSON with --json', async () => {
    const { printed } = await check('piano.pdf', '--json')
    expect(JSON.parse(printed)).toMatchObject({ pdfA: '3A', pdfUa: '1', plan: { valid: true }, problems: [] })
  })
})
