// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../src/features/plans/index.ts'
import type { Profile } from '../src/features/profiles/index.ts'
import { profileYaml } from '../src/features/profiles/write-yaml.ts'
import { trienniumOf } from '../src/kernel/ids.ts'
import { openDocumentTools } from '../src/main/compose.ts'
import { timone } from './command-line.ts'
import { readText, squeeze } from './document-texts.ts'
import { viewerWho } from './factories/access.ts'
import { catalogue } from './factories/profile.ts'
import { freezeVersion } from './factories/published-site.ts'
import { openSite, type TestSite } from './factories/site.ts'

/*
 * One plan of a municipality of 7,200 people on the edition 2024-2026, which has 122 lines, published on 13
 * January 2026 and seen on 10 March 2026. Where each line stands, and why:
 *
 * | line       | the rule, the date                      | the body says    | so it                                   |
 * |------------|-----------------------------------------|------------------|-----------------------------------------|
 * | CAP1.PA.01 | voluntary, not chosen yet; from 2024    | nothing          | is left to the body’s choice            |
 * | CAP1.PA.07 | applies; in force                       | ongoing          | applies                                 |
 * | CAP1.PA.08 | applies; in force                       | completed        | applies                                 |
 * | CAP1.PA.09 | applies; in force                       | nothing          | applies, status not said                |
 * | CAP1.PA.10 | a fact is missing; by 28/02/2025        | nothing          | is to be verified; date passed, to tell |
 * | CAP1.PA.11 | applies; by 30/09/2024                  | in progress      | applies, late                           |
 * | CAP1.PA.12 | applies; by 30/09/2025                  | nothing          | applies, status not said, to tell       |
 * | CAP3.PA.05 | only for central bodies; from 2024      | in progress      | does not apply, whatever the body does  |
 * | CAP3.PA.09 | applies; by 31/03/2024                  | not feasible     | applies, never late                     |
 * | CAP3.PA.11 | applies; by 23/09/2024                  | completed        | applies, never late                     |
 * | CAP3.PA.13 | applies; by 31/03/2025                  | not started      | applies, late                           |
 * | CAP3.PA.18 | applies; by 30/06/2026                  | planned          | applies, not late yet                   |
 * | CAP3.PA.19 | a fact is missing; from 2025            | planned          | applies: the body takes it on           |
 * | CAP5.PA.21 | applies; by 31/12/2025                  | not applicable   | does not apply, never late              |
 * | the others | 108 of them                             | not applicable   | do not apply                            |
 */
const told: Readonly<Record<string, Entry['status']>> = {
  'CAP1.PA.07': 'ongoing',
  'CAP1.PA.08': 'completed',
  'CAP1.PA.11': 'inProgress',
  'CAP3.PA.05': 'inProgress',
  'CAP3.PA.09': 'notFeasible',
  'CAP3.PA.11': 'completed',
  'CAP3.PA.13': 'notStarted',
  'CAP3.PA.18': 'planned',
  'CAP3.PA.19': 'planned',
}
const silent = ['CAP1.PA.01', 'CAP1.PA.09', 'CAP1.PA.10', 'CAP1.PA.12']

const expected = {
  lines: 122,
  // 07, 08, 09, 11, 12 of the first chapter; 09, 11, 13, 18, 19 of the third.
  applies: 10,
  toVerify: 1,
  toChoose: 1,
  doesNotApply: 110,
  completed: 2,
  ongoing: 1,
  inProgress: 1,
  planned: 2,
  notStarted: 1,
  notFeasible: 1,
  unsaid: 2,
  late: ['CAP1.PA.11', 'CAP3.PA.13'],
  toTell: ['CAP1.PA.10', 'CAP1.PA.12'],
  upcoming: ['CAP3.PA.18'],
  // What may apply, is open and has a date to be done by.
  dated: ['CAP1.PA.10', 'CAP1.PA.11', 'CAP1.PA.12', 'CAP3.PA.13', 'CAP3.PA.18'],
  /** CAP1.PA.10 asks whether the body is in a sample. Who says a status of CAP3.PA.19 has answered. */
  questions: 1,
  // The introduction, the organisation, the person in charge; a fact; two entries to write. A choice may wait.
  necessary: 6,
}

const edition = '2024-2026'
const triennium = trienniumOf('2025-2027')
const profileOf = (name: string, code: string): Profile => ({
  administration: { name: `Comune di ${name}`, kind: 'municipality', cadastralCode: code, population: 7200 },
  plan: {
    triennium,
    edition,
    entries: catalogue
      .edition(edition)
      .lines.map((line) => line.code)
      .filter((line) => !silent.includes(line))
      .map((line) => ({ code: line, activity: 'Se ne parla qui.', status: told[line] ?? 'notApplicable' })),
  },
})
const profile = profileOf('Vallechiara', 'Z901')
const plan = `/enti/vallechiara/piano/${triennium}`
const published = `/trasparenza/vallechiara/${triennium}`

let site: TestSite
const files = openDocumentTools()

beforeAll(async () => {
  site = await openSite({
    tools: files.tools,
    viewer: viewerWho(),
    bodies: [profile, profileOf('Roccaperta', 'Z902')],
  })
  const [id] = site.ids
  if (id === undefined) throw new Error('no body')
  await site.associate('delle-valli', site.ids)
  await freezeVersion(site.tenants, id, { number: 1, state: 'published', profile })
})
afterAll(async () => {
  await site.close()
  await files.close()
})

/** The text of a page as people read it, one space between words. */
async function textOf(url: string): Promise<string> {
  const { status, body } = await site.get(url)
  expect(status, url).toBe(200)
  return readable(body)
}

const readable = (html: string): string =>
  html
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

/** The codes in a section of a page, each once. */
async function codesIn(url: string, id: string): Promise<readonly string[]> {
  const { body } = await site.get(url)
  const [, section = ''] = new RegExp(`aria-labelledby="${id}">(.*?)</section>`, 's').exec(body) ?? []
  return [...new Set(section.match(/CAP\d\.PA\.\d+/g) ?? [])].toSorted()
}

/** A downloaded document. */
async function download(url: string): Promise<Uint8Array> {
  const { statusCode, rawPayload } = await site.server.inject({ url })
  expect(statusCode, url).toBe(200)
  return rawPayload
}

const statusWords = [
  `${expected.completed} completate`,
  `${expected.ongoing} continuativa`,
  `${expected.inProgress} in corso`,
  `${expected.planned} pianificate`,
  `${expected.notStarted} non avviata`,
  `${expected.notFeasible} non realizzabile`,
  `${expected.unsaid} con lo stato non indicato`,
  `${expected.late.length} in ritardo`,
  `${expected.toTell.length} con la data passata e lo stato da indicare`,
].join(' ')

/** The chart’s data as a table: the two chapters that have lines that apply. */
const chart = [
  ['Completata', '1', '1', expected.completed],
  ['Continuativa', '1', '0', expected.ongoing],
  ['In corso', '1', '0', expected.inProgress],
  ['Pianificata', '0', '2', expected.planned],
  ['Non avviata', '0', '1', expected.notStarted],
  ['Non realizzabile', '0', '1', expected.notFeasible],
  ['Non indicato', '2', '0', expected.unsaid],
  ['Totale', '5', '5', expected.applies],
]
  .flat()
  .join(' ')

describe('pages', () => {
  test('the plan', async () => {
    const text = await textOf(plan)
    expect(text).toContain(
      `${expected.applies} linee si applicano ${statusWords} ${expected.toVerify} da verificare ${expected.toChoose} a scelta dell’ente`,
    )
    expect(text).toContain(chart)
  })

  test.each([
    ['applicabilita=si-applica', expected.applies],
    ['applicabilita=da-verificare', expected.toVerify],
    ['applicabilita=a-scelta-dell-ente', expected.toChoose],
    ['applicabilita=non-si-applica', expected.doesNotApply],
    ['stato=completata', expected.completed],
  ])('the lines filtered by %s', async (filter, count) => {
    expect(await textOf(`${plan}?${filter}`)).toMatch(new RegExp(`\\b${count} line[ae] d’azione su ${expected.lines}`))
  })

  test('the timeline', async () => {
    const url = `${plan}/cronologia`
    expect(await codesIn(url, 'ritardi')).toEqual(expected.late)
    expect(await codesIn(url, 'da-indicare')).toEqual(expected.toTell)
    expect(await codesIn(url, 'prossime')).toEqual(expected.upcoming)
  })

  test('the body, and the list of bodies', async () => {
    const counts = `${expected.completed} su ${expected.applies}`
    expect(await textOf('/enti/vallechiara')).toContain(
      `${counts} ${expected.late.length} linee in ritardo ${expected.toTell.length} linee con la data passata ` +
        `e lo stato da indicare ${expected.toVerify} linea da verificare ${expected.questions} domanda sull’ente ${expected.toChoose} linea a scelta dell’ente`,
    )
    for (const list of ['/enti', '/enti?associazione=delle-valli']) {
      expect(await textOf(list)).toContain(
        `${counts} ${expected.late.length} linee ${expected.toTell.length} da indicare`,
      )
    }
  })

  test('the worklist', async () => {
    // Nobody keeps any entry: one item for each line that applies and has more to say, one for the passed date to
    // verify, one for the questions to the body, one for the plan to send on.
    const goingOn = expected.applies - expected.completed - expected.notFeasible
    const row = ['Comune di Vallechiara', expected.late.length, expected.toTell.length, 0, goingOn + 1 + 1 + 1].join(
      ' ',
    )
    const text = await textOf('/')
    expect(text).toContain(row)
    expect(text).toContain(`${expected.questions} domanda sull’ente: ci sono linee che aspettano la risposta`)
  })

  test('the questions to the body', async () => {
    const text = await textOf('/enti/vallechiara/fatti')
    expect(text).toContain(`Da dire: ${expected.questions} domanda`)
  })

  test('the contents, what is missing, and the approval', async () => {
    expect(await textOf(`${plan}/contenuti`)).toMatch(/Organizzazione[^<]*? 3 su 5 .* 5 su 5 /)
    expect(await textOf(`${plan}/completezza`)).toContain(`${expected.necessary} cose necessarie `)
    expect(await textOf(`${plan}/approvazione`)).toContain(`${expected.necessary} cose necessarie mancano`)
    const answer = await site.get(`/api/v1/enti/vallechiara/piani/${triennium}`)
    expect(JSON.parse(answer.body)).toMatchObject({ missing: expected.necessary })
  })
})

describe('public pages', () => {
  test.each(['', '/incorpora'])('the published version%s', async (page) => {
    const text = await textOf(`${published}${page}`)
    expect(text).toContain(
      `${expected.applies} linee d’azione si applicano all’ente, ${expected.toVerify} è da verificare, ${expected.toChoose} è a scelta`,
    )
    expect(text).toContain(statusWords)
    expect(text).toContain(chart)
  })

  test('the lines that are not told', async () => {
    const text = await textOf(published)
    expect(text).toContain(`${expected.toVerify} linea è da verificare`)
    expect(text).toContain(`${expected.toChoose} linea è a scelta dell’ente`)
    expect(text).toContain(`${expected.doesNotApply} altre linee del Piano nazionale non riguardano l’ente`)
  })

  test('the association', async () => {
    expect(await textOf('/trasparenza/gestioni-associate/delle-valli')).toContain(
      `${expected.completed} su ${expected.applies}`,
    )
  })
})

describe('documents', () => {
  const overview =
    `${expected.lines} linee d’azione: ${expected.applies} si applicano all’ente, ${expected.toVerify} è da ` +
    `verificare, ${expected.toChoose} è a scelta, ${expected.doesNotApply} non si applicano.`
  const inBrief = [
    'Linee del capitolo 12 Si applicano 5 Da verificare 1 A scelta dell’ente 1 Non si applicano 5 Stato: completata 1 Stato: continuativa 1',
    'Stato: in corso 1 Stato: non indicato 2 In ritardo 1 Con la data passata e lo stato da indicare 2',
  ].join(' ')

  test.each(['pdf', 'docx', 'odt', 'html'].flatMap((format) => ['fiches', 'tables'].map((layout) => [format, layout])))(
    '%s, in the layout %s',
    async (format, layout) => {
      const url = `${plan}/documenti/${format}?layout=${layout}`
      const text = squeeze(await readText(format ?? '', await download(url)))
      for (const words of [overview, inBrief, chart]) expect(text).toContain(squeeze(words))
      const [, late = '', toTell = ''] =
        /Lineeinritardoal10\/03\/2026(.*?)Lineeconladatapassataelostatodaindicareal10\/03\/2026(.*?)Capitolo1–/.exec(
          text,
        ) ?? []
      expect(late.match(/CAP\d\.PA\.\d\d/g)).toEqual(expected.late)
      expect(toTell.match(/CAP\d\.PA\.\d\d/g)).toEqual(expected.toTell)
    },
    60_000,
  )

  test('the calendar', async () => {
    const text = new TextDecoder().decode(await download(`${plan}/documenti/ics`))
    const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent')
    const codes = events.flatMap((event) => /^CAP\d\.PA\.\d+/.exec(new ICAL.Event(event).summary)?.[0] ?? [])
    expect(codes.toSorted()).toEqual(expected.dated)
  })

  test('the sheets', async () => {
    const rows = parse<Record<string, string>>(new TextDecoder().decode(await download(`${plan}/documenti/csv`)), {
      bom: true,
      columns: true,
      delimiter: ';',
    })
    const counts = Map.groupBy(rows, (row) => row['Si applica'])
    expect(rows).toHaveLength(expected.lines)
    expect(Object.fromEntries([...counts].map(([verdict, found]) => [verdict, found.length]))).toEqual({
      Sì: expected.applies,
      'Da verificare': expected.toVerify,
      'A scelta dell’ente': expected.toChoose,
      No: expected.doesNotApply,
    })
  })
})

test('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timone-numbers-'))
  try {
    writeFileSync(join(folder, 'profile.yaml'), profileYaml(profile))
    const standings = new RegExp(
      `${expected.lines}\\s+Si applica +${expected.applies}\\s+Da verificare +${expected.toVerify}\\s+A scelta dell’ente +${expected.toChoose}\\s+Non si applica +${expected.doesNotApply}\\s`,
    )
    expect(timone(['profile', 'check', 'profile.yaml'], folder).out).toMatch(standings)
    expect(timone(['applicability', 'profile.yaml'], folder).out).toContain(
      `Domande sull’ente: ${expected.questions} domanda\n`,
    )
    const { out } = timone(['applicability', 'profile.yaml', '--json'], folder)
    const verdicts = Map.groupBy(JSON.parse(out) as { verdict: string }[], ({ verdict }) => verdict)
    expect(verdicts.get('applies')).toHaveLength(expected.applies)
    expect(verdicts.get('to-verify')).toHaveLength(expected.toVerify)
    expect(verdicts.get('to-choose')).toHaveLength(expected.toChoose)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
