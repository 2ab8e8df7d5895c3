// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { timone } from './command-line.ts'

const profile = `administration: { name: Comune di Vallechiara, kind: municipality, population: 4200 }
plan:
  triennium: 2025-2027
  edition: 2024-2026
  entries:
    - code: CAP1.PA.08
      activity: Corsi brevi per tutto il personale.
      status: inProgress
`

describe('timone draft', () => {
  let folder: string
  const write = (content: string | Uint8Array) => writeFileSync(join(folder, 'profile.yaml'), content)
  const draft = (...options: string[]) => timone(['draft', 'profile.yaml', '--out', 'out', ...options], folder)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'timone-draft-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['an unknown key', profile.replace('status:', 'stato:'), /profile\.yaml:8:7/, /stato/],
    ['an unknown code', profile.replace('CAP1.PA.08', 'CAP1.PA.99'), /profile\.yaml:6/, /CAP1\.PA\.99/],
    ['a code of another edition', profile.replace('CAP1.PA.08', 'CAP1.PA.LA01'), /profile\.yaml:6/, /2022-2024/],
    ['an unknown edition', profile.replace('edition: 2024-2026', 'edition: 2031-2033'), /profile\.yaml:4/, /2031-2033/],
    ['a date that does not exist', `${profile}      planned: 2025-02-30\n`, /profile\.yaml:9/, /2025-02-30/],
    ['a text of five megabytes', profile.replace('Corsi brevi', 'a'.repeat(5_000_000)), /profile\.yaml:7/, /20\.000/],
    ['no YAML at all', '%PDF-1.7 …', /profile\.yaml/, /PDF/],
    ['bytes that are no text', new Uint8Array([0, 1, 2, 3, 255, 254]), /profile\.yaml/, /profilo|testo/],
  ])('%s is refused with its place, exit code 2, and nothing is written', (_, content, place, what) => {
    write(content)
    const { code, err } = draft('--formats', 'json')
    expect(code, err).toBe(2)
    expect(err).toMatch(place)
    expect(err).toMatch(what)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('a file that is not there, and a format that is none, are refused with exit code 2', () => {
    expect(draft().code).toBe(2)
    write(profile)
    const unknown = draft('--formats', 'pdf,papiro')
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('papiro')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('of several profiles all that is wrong is told, and nothing is written', () => {
    write(profile)
    writeFileSync(join(folder, 'stato.yaml'), profile.replace('inProgress', 'fatto'))
    writeFileSync(join(folder, 'codice.yaml'), profile.replace('CAP1.PA.08', 'CAP1.PA.99'))
    const { code, err } = draft('stato.yaml', 'codice.yaml', '--formats', 'json')
    expect(code, err).toBe(2)
    expect(err).toMatch(/2 profili su 3/)
    expect(err).toMatch(/stato\.yaml:8/)
    expect(err).toMatch(/codice\.yaml:6/)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('two profiles that would write the same files are refused', () => {
    write(profile)
    writeFileSync(join(folder, 'altro.yaml'), profile.replace('Corsi', 'Lezioni'))
    const { code, err } = draft('altro.yaml', '--formats', 'json')
    expect(code, err).toBe(2)
    expect(err).toMatch(/altro\.yaml: scriverebbe gli stessi file di profile\.yaml: piano-vallechiara-2025-2027-bozza/)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('two bodies of one name have their codes in the names of their files', () => {
    const named = (code: string) => profile.replace('kind: municipality', `kind: municipality, cadastralCode: ${code}`)
    write(named('Z901'))
    writeFileSync(join(folder, 'omonimo.yaml'), named('Z902'))
    const { code, err } = draft('omonimo.yaml', '--formats', 'json')
    expect(code, err).toBe(0)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'piano-vallechiara-z901-2025-2027-bozza.json',
      'piano-vallechiara-z902-2025-2027-bozza.json',
    ])
  })

  test('every format is written, with a table of what there is', () => {
    write(profile)
    const { code, out, err } = draft('--layout', 'tables')
    expect(code, err).toBe(0)
    const endings = ['csv', 'docx', 'html', 'ics', 'json', 'odt', 'pdf', 'xlsx']
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      endings.map((ending) => `piano-vallechiara-2025-2027-bozza.${ending}`),
    )
    expect(out).toMatch(/PDF\s+\d+ pagine/)
    expect(out).toMatch(/XLSX\s+122 righe/)
    expect(out).toContain('8 file scritti')
  })

  test('markup and template injection in a field come out as text', () => {
    const nasty = '#eval("1+1") {{constructor}} <script>alert(1)</script> =cmd|x #set text(red) $x$ @ref'
    write(profile.replace('Corsi brevi per tutto il personale.', `'${nasty}'`))
    expect(draft('--formats', 'pdf,docx,html,xlsx,csv').code).toBe(0)
    const again = timone(
      ['draft', 'out/piano-vallechiara-2025-2027-bozza.pdf', '--out', 'again', '--formats', 'json'],
      folder,
    )
    expect(again.code, again.err).toBe(0)
  })
})
