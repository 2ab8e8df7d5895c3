// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Problem, TimoneError } from '../../kernel/errors.ts'
import { packageRoot } from '../../platform/config/config.ts'
import { openCatalogue } from '../catalogue/index.ts'
import { parseCanonical, readProfile } from './read-profile.ts'

const catalogue = openCatalogue({ shipped: join(packageRoot(import.meta.url), 'catalogue'), imported: '/nonexistent' })

const start = `administration:
  name: Comune di Vallechiara
  kind: municipality
plan:
  triennium: 2024-2026
  edition: 2024-2026
`

const read = (text: string | Uint8Array) => readProfile(text, 'profile.yaml', catalogue)

function refusal(text: string | Uint8Array, run: (text: string) => unknown = read): TimoneError {
  try {
    run(text as string)
  } catch (error) {
    if (error instanceof TimoneError) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** `line:column (path): message → remedy` of every problem. */
const told = (text: string) =>
  refusal(text).problems.map(
    ({ place, message, remedy }: Problem) => `${place.replace('profile.yaml:', '')}: ${message} → ${remedy}`,
  )

describe('a file that is no profile', () => {
  it.each([
    ['empty', '', 'è vuoto'],
    ['blank', ' \n\n', 'è vuoto'],
    ['comments alone', '# niente\n', 'non contiene'],
    ['a sentence', 'Il piano del comune', 'non contiene'],
    ['a list', '- uno\n- due\n', 'non contiene'],
    ['a PDF', '%PDF-1.7\n', 'timone draft'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'non è un file di testo'],
    ['not UTF-8', Buffer.from('nome: Forlì', 'latin1'), 'UTF-8'],
    ['endless levels', '- '.repeat(200), 'livelli'],
  ])('is refused when it is %s', (_, content, words) => {
    const error = refusal(content)
    expect(error.code).toBe('not-a-plan')
    expect(`${error.problems[0]?.message} ${error.problems[0]?.remedy}`).toContain(words)
  })

  it('is refused before it is parsed when it is too large', () => {
    expect(refusal(`a: ${'x'.repeat(21 * 2 ** 20)}`).code).toBe('too-large')
  })

  it.each([
    ['a million values', `a: [${'x,'.repeat(1_000_000)}]`],
    ['half a million keys', Array.from({ length: 500_000 }, (_, index) => `k${index}: x`).join('\n')],
  ])('is refused in seconds when it has %s', (_, text) => {
    expect(refusal(text).code).toBe('too-large')
  })
})

describe("YAML's own traps", () => {
  const levels = Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`)

  it.each([
    ['anchors that multiply', `a0: &a0 [x]\n${levels.join('\n')}\n`, 'invalid-profile'],
    ['an anchor inside itself', `${start}offices: &a [*a]\n`, 'not-a-plan'],
    ['an unknown anchor', `${start}offices: *nessuno\n`, 'invalid-profile'],
    [
      'long texts repeated by anchors',
      `${start}x: &x ${'x'.repeat(100_000)}\ny: [${'*x, '.repeat(900)}]\n`,
      'too-large',
    ],
    ['a nest too deep to parse', '['.repeat(20_000), 'invalid-profile'],
  ])('refuses %s', (_, text, code) => {
    expect(refusal(text).code).toBe(code)
  })

  it.each(['!!js/function', '!!str', '!foo'])('refuses the tag %s', (tag) => {
    expect(told(`${start}offices: ${tag} x\n`)[0]).toMatch(/^7:\d+: etichetta YAML/)
  })

  it('refuses a key written twice, where it comes again', () => {
    expect(told(`${start}offices: []\noffices: []\n`)[0]).toMatch(/^8:1: la chiave «offices» compare due volte/)
  })

  it.each([
    ['a: 1\n---\nb: 2\n', 'più documenti'],
    ['\ta: 1\n', 'rientro'],
    ['a: "aperto\n', 'manca un segno'],
    ['a: b: c\n', 'due punti'],
    ['a: @x\n', 'cominciare'],
  ])('says in Italian what is wrong in %j', (text, words) => {
    expect(told(text).join()).toContain(words)
  })

  it('does not let a key reach the prototype of objects', () => {
    expect(told(`${start}__proto__: { polluted: true }\n`)).toHaveLength(1)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('a wrong profile', () => {
  it('tells every problem at once, in the order of the file, each with place, path and remedy', () => {
    expect(
      told(`administration:
  name: Comune di Vallechiara
  kind: comune
  population: '1.234'
facts:
  suap: si
plan:
  triennium: 2024-2026
  edition: 2024-2026
  entries:
    - code: CAP1.PA.07
      status: fatto
      activty: Formazione
    - status: planned
spending:
  - { year: 2024, kind: actual, amount: '1.234,5' }
`),
    ).toEqual([
      expect.stringMatching(/^3:9 \(ente › kind\): tipo «comune» sconosciuto → usare uno di: municipality \(Comune\)/),
      expect.stringMatching(/^4:15 \(ente › population\): qui va un numero, non «1\.234» → .*solo cifre/),
      expect.stringMatching(/^6:9 \(fatti › suap\): qui va sì o no, non «si» → scrivere true per sì/),
      expect.stringMatching(
        /^12:15 \(piano › voci › n\. 1 \(CAP1\.PA\.07\) › status\): stato «fatto» sconosciuto → usare uno di: notStarted \(Non avviata\)/,
      ),
      expect.stringMatching(/^13:7 \(.* › activty\): la chiave «activty» non esiste → forse si intende «activity»/),
      expect.stringMatching(/^14:7 \(piano › voci › n\. 2\): manca «code» → aggiungere «code»: Codice della linea/),
      expect.stringMatching(/^16:41 \(spesa › n\. 1 › amount\): «1\.234,5» non va bene → importo: /),
    ])
  })

  it('names the keys that are missing', () => {
    expect(told('administration:\n  name: Comune di Vallechiara\n')).toEqual([
      expect.stringMatching(/^1:1 \(administration\): manca «kind» → aggiungere «kind»: Tipo di ente/),
      expect.stringMatching(/^1:1: manca «plan» → aggiungere «plan»: Il piano/),
    ])
  })

  it('quotes what was really written where a text looks like a number', () => {
    expect(told(`${start}fundingMeasures:\n  - { measure: 1.10, title: Prova }\n`)).toEqual([
      expect.stringMatching(/^8:16 .*qui va un testo, non «1\.1» → scrivere il valore fra virgolette: '1\.10'/),
    ])
  })

  it('says how long a text is and how long it may be', () => {
    const text = `${start}  entries:\n    - code: CAP1.PA.07\n      activity: ${'x'.repeat(5_000_000)}\n`
    expect(told(text)).toEqual([expect.stringContaining('il testo è di 5.000.000 caratteri, il limite è 20.000')])
  })

  it('refuses control characters and broken ones, which no format can carry, and does not print them', () => {
    const problems = told(`${start}roles:\n  - { role: "A\\e[2J", holder: "B\\ud800" }\n`)
    expect(problems).toEqual([expect.stringContaining('U+001B'), expect.stringContaining('spezzato')])
    expect(problems.join()).not.toContain('\u001b')
  })

  it('refuses links that are not http', () => {
    const evidence = 'evidence: [{ label: Prova, url: "javascript:alert(1)" }]'
    expect(told(`${start}  entries:\n    - { code: CAP1.PA.07, ${evidence} }\n`)).toEqual([
      expect.stringMatching(/url\): «javascript:alert\(1\)» non va bene → Indirizzo http o https/),
    ])
  })

  it('stops at two hundred problems', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `k${index}: x`)
    expect(told(`${start}${keys.join('\n')}\n`)).toHaveLength(200)
  })
})

describe('a plan against the national catalogue', () => {
  const entry = (body: string, edition = '2024-2026') =>
    `${start.replace('edition: 2024-2026', `edition: ${edition}`)}  entries:\n    - { ${body} }\n`

  it('refuses an unknown edition and lists the known ones', () => {
    expect(told(entry('code: CAP1.PA.07', '2030-2032'))).toEqual([
      expect.stringMatching(/^6:12 \(piano › edition\): .*«2030-2032».* → usare una di: .*2024-2026/),
    ])
  })

  it('refuses a triennium that the edition does not touch', () => {
    expect(told(start.replace('triennium: 2024-2026', 'triennium: 2028-2030'))).toEqual([
      expect.stringMatching(/^5:14 .*non ha anni in comune/),
    ])
  })

  it('refuses a triennium that is not three years', () => {
    expect(told(start.replace('triennium: 2024-2026', 'triennium: 2024-2025'))).toEqual([
      expect.stringContaining('un triennio copre tre anni'),
    ])
  })

  it('tells of which edition a code is, and which line follows it', () => {
    expect(told(entry('code: CAP1.PA.LA01'))).toEqual([
      expect.stringMatching(/CAP1\.PA\.LA01 è una linea dell’edizione 2022-2024, non dell’edizione 2024-2026 → /),
    ])
  })

  it('tells that a code was retired by the update, and what to do', () => {
    const former = catalogue.edition('2024-2026').lines
    const kept = new Set(catalogue.edition('2024-2026-update-2025').lines.map(({ code }) => code))
    const [retired] = former.filter(({ code }) => !kept.has(code))
    expect(told(entry(`code: ${retired?.code}`, '2024-2026-update-2025'))).toEqual([
      expect.stringMatching(/ritirata dall’edizione 2024-2026-update-2025 → .*passare all’edizione 2024-2026/),
    ])
  })

  it('suggests the code that was meant', () => {
    expect(told(entry('code: cap1.pa.7'))).toEqual([
      expect.stringMatching(/«cap1\.pa\.7» non è una linea.*CAP1\.PA\.07/),
    ])
  })

  it('refuses a second entry on the same line', () => {
    expect(told(`${entry('code: CAP1.PA.07')}    - { code: CAP1.PA.07 }\n`)).toEqual([
      expect.stringMatching(/^9:15 .*ha già una voce, la n\. 1/),
    ])
  })

  it('refuses unknown codes in choices and in initiatives', () => {
    const text = `${start}  choices: { CAP9.PA.99: true }\n  initiatives:\n    - { title: Prova, lines: [CAP9.PA.98] }\n`
    expect(told(text)).toEqual([
      expect.stringMatching(/^7:14 .*«CAP9\.PA\.99» non è una linea/),
      expect.stringMatching(/^9:31 .*«CAP9\.PA\.98» non è una linea/),
    ])
  })

  it('refuses a choice on a line that is not voluntary', () => {
    const binding = catalogue.edition('2024-2026').lines.find(({ addressees }) => addressees && !addressees.voluntary)
    expect(told(`${start}  choices: { ${binding?.code}: false }\n`)).toEqual([
      expect.stringContaining('non è facoltativa'),
    ])
  })

  it.each([
    ['planned: 2025-02-30', 'la data 2025-02-30 non esiste'],
    ['completed: 31/04/2025', 'la data 31/04/2025 non esiste'],
    ['completed: 31.11.2025', 'la data 31.11.2025 non esiste'],
    ['planned: 2025-2-3', 'scrivere 2025-02-03'],
  ])('refuses %s', (date, words) => {
    expect(told(entry(`code: CAP1.PA.07, ${date}`))).toEqual([expect.stringContaining(words)])
  })

  it('refuses an act dated on a day that does not exist, or in another form', () => {
    const act = (date: string) => `act: { body: Giunta, number: '1', date: ${date} }`
    expect(
      told(
        `${start}roles:\n  - { role: A, holder: B, ${act('2025-02-30')} }\n  - { role: C, holder: D, ${act('3/2/2025')} }\n`,
      ),
    ).toEqual([expect.stringContaining('non esiste'), expect.stringContaining('scrivere 2025-02-03')])
  })

  it.each(['2025-02-28', '31.12.2025', 'dic-25', 'attività continuativa'])('keeps «%s» as it is written', (date) => {
    expect(read(entry(`code: CAP1.PA.07, planned: ${date}`)).plan.entries?.[0]?.planned).toBe(date)
  })
})

describe('a right profile', () => {
  it('comes from YAML or from JSON alike, with empty keys left out and amounts as text', () => {
    const yaml =
      read(`${start}  entries:\n    - code: CAP1.PA.07\n      status:\n      activity: ''\nfacts: {}\noffices: []
spending:\n  - { year: 2024, kind: actual, amount: 1234.5 }\n`)
    expect(yaml).toEqual({
      administration: { name: 'Comune di Vallechiara', kind: 'municipality' },
      plan: { triennium: '2024-2026', edition: '2024-2026', entries: [{ code: 'CAP1.PA.07' }] },
      spending: [{ year: 2024, kind: 'actual', amount: '1234.50' }],
    })
    expect(read(JSON.stringify(yaml, null, 2))).toEqual(yaml)
  })

  it('may repeat a value on every line with an anchor', () => {
    const [first, ...others] = catalogue.edition('2024-2026').lines.map(({ code }) => code)
    const entries = others.map((code) => `    - { code: ${code}, offices: *utd }`).join('\n')
    const profile = read(`${start}  entries:\n    - { code: ${first}, offices: &utd [Ufficio digitale] }\n${entries}\n`)
    expect(profile.plan.entries?.every(({ offices }) => offices?.[0] === 'Ufficio digitale')).toBe(true)
  })

  it('keeps markup and template signs as the words they are', () => {
    const activity = '<script>alert(1)</script> {{ 7*7 }} <%= x %> #eval("1") \\LaTeX'
    const profile = read(`${start}  entries:\n    - code: CAP1.PA.07\n      activity: ${JSON.stringify(activity)}\n`)
    expect(profile.plan.entries?.[0]?.activity).toBe(activity)
  })
})

describe('the plan that a document carries', () => {
  const parse = (json: string) => parseCanonical(json, 'piano.pdf', catalogue)

  it.each(['', 'non JSON', '{"administration":', '[]', '3'])('is refused when it is %j', (json) => {
    expect(refusal(json, parse).code).toBe('not-a-plan')
  })

  it('is refused with the path of every problem', () => {
    const json = JSON.stringify({
      administration: { name: 'X', kind: 'y' },
      plan: { triennium: '2024-2026', edition: 'z' },
    })
    expect(refusal(json, parse).problems.map(({ place }) => place)).toEqual([
      'piano.pdf (piano › edition)',
      'piano.pdf (ente › name)',
      'piano.pdf (ente › kind)',
    ])
  })
})
