// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page of the whole site, from the program's own list of routes, seen by people who may see it, at two widths.

import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profile } from '../../src/features/profiles/index.ts'
import { program } from '../../src/kernel/access.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { openBrowser } from '../browser.ts'
import { freezeVersion } from '../factories/published-site.ts'
import { openSite, type TestSite } from '../factories/site.ts'
import { collectComplaints, findFaults } from './page-faults.ts'

const plan = '/enti/vallechiara/piano/2025-2027'

const vallechiara: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 4000 },
  offices: [{ name: 'Ufficio tributi' }, { name: 'Segreteria' }],
  roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario comunale' }],
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    narrative: { introduction: 'Il Comune **cresce**.\n\n- in fretta\n- con cura' },
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: 'Si collegano gli uffici.',
        status: 'inProgress',
        offices: ['Ufficio tributi'],
        funding: ['Bilancio comunale'],
        allocations: [{ source: 'Bilancio comunale', year: 2026, amount: '1200.00' }],
        planned: '2026-06-30',
        evidence: [{ label: 'Delibera', url: 'https://www.vallechiara.example/delibera' }],
      },
    ],
    initiatives: [{ title: 'Sportello in biblioteca', steps: ['Trovare la stanza'], lines: ['CAP1.PA.01'] }],
  },
  spending: [{ year: 2025, kind: 'forecast', amount: '10000.00', source: 'Bilancio comunale' }],
  fundingMeasures: [{ measure: '1.4.1', title: 'Esperienza del cittadino' }],
}

/** Pages in states that the list of routes does not show, with their status codes. */
const states: readonly (readonly [url: string, status: number])[] = [
  ['/enti?nome=valle', 200],
  ['/enti?nome=zzz', 200],
  ['/cerca?q=uffici', 200],
  ['/cerca?q=zzz', 200],
  [`${plan}?capitolo=1&stato=in-corso`, 200],
  [`${plan}/linee/CAP1.PA.02`, 200],
  [`${plan}/linee/CAP1.PA.02/modifica`, 200],
  [`${plan}?modo=aggiorna`, 200],
  [`${plan}/contenuti/iniziative/nuova`, 200],
  [`${plan}/approvazione?parte=entry:CAP1.PA.01`, 200],
  ['/enti/nessuno', 403],
  ['/nulla', 404],
]

const values: Readonly<Record<string, string>> = {
  slug: 'vallechiara',
  association: 'valli',
  triennium: '2025-2027',
  code: 'CAP1.PA.01',
  edition: '2024-2026',
  text: 'introduzione',
  step: 'invio',
  number: '1',
  id: '1',
}

let application: TestSite
let browser: Browser
let address: string
/** Addresses that only a test can know, by route: links that work once. */
const links = new Map<string, string>()
const contexts = new Map<string, BrowserContext>()

beforeAll(async () => {
  application = await openSite()
  const id = await application.adopt(vallechiara)
  await freezeVersion(application.tenants, id, { number: 1, state: 'published', profile: vallechiara })
  await application.associate('valli', [id])
  address = await application.listen()
  browser = await openBrowser()
  const association = { kind: 'association', slug: 'valli' } as const
  const seats = {
    administrator: await application.enterAdministrator({ name: 'Amministratore', email: 'admin@valli.example' }),
    rtd: await application.enter('rtd', association, { name: 'Responsabile', email: 'rtd@valli.example' }),
  }
  await seats.rtd.post('/enti/vallechiara/frasi', {
    title: 'Formula',
    markdown: 'Si aggiorna ogni anno.',
    azione: 'salva',
  })
  for (const [name, seat] of Object.entries(seats)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addCookies([...seat.jar].map(([cookie, value]) => ({ name: cookie, value, url: address })))
    contexts.set(name, context)
  }
  const { identity } = application
  const invited = { name: 'Invitata', email: 'invitata@valli.example' }
  const { link } = await identity.invitePerson({ slug: slugOf('vallechiara') }, invited, program('test'))
  const known = await application.person({ name: 'Segretaria', email: 'segretaria@valli.example' })
  links.set('/invito/:token', new URL(link ?? '').pathname)
  links.set('/password/:token', new URL(await identity.resetLink(known.id, program('test'))).pathname)
  links.set('/persone/:person', `/persone/${known.id}`)
  links.set('/enti/:slug/piano/:triennium/contenuti/iniziative/:number', `${plan}/contenuti/iniziative/0`)
  links.set('/enti/:slug/piano/:triennium/contenuti/progetti-pnrr/:number', `${plan}/contenuti/progetti-pnrr/0`)
  links.set('/enti/:slug/piano/:triennium/versioni/confronto', `${plan}/versioni/confronto?da=1&a=bozza`)
  contexts.set('nobody', await browser.newContext({ viewport: { width: 1280, height: 800 } }))
}, 180_000)
afterAll(async () => {
  await browser.close()
  await application.close()
})

/** Routes without a page for the invented body: a file, data, a redirect, or something that it does not have. */
const withoutPage = [
  ...['fatti', 'uffici', 'ruoli', 'misure-pnrr'].map((part) => `/enti/:slug/piano/:triennium/contenuti/${part}`),
  ...['/status', '/robots.txt', '/sitemap.xml', '/enti/:slug/piano/:triennium/documenti/:format'],
  ...['/enti/:slug/importazioni/:id', '/enti/:slug/importazioni/:id/file'],
  '/enti/:slug/importazioni/:id/proposte/:proposal',
  // The journey of the first administrator checks these.
  ...['/primo-accesso/:token', '/accesso/secondo-fattore'],
]

/** Files and data rather than pages. */
const isFile = (path: string) => /^\/api\/|\/(:format|:sha256|csv|dati\.json|atto)$/.test(path)

const urlOf = (path: string) =>
  links.get(path) ??
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path}: no value for «${name}»`)
    return value
  })

test('no page has faults, at any width, for whoever may see it', async () => {
  const routes = application.server.routes.filter(
    ({ method, path }) => method === 'GET' && !withoutPage.includes(path) && !isFile(path),
  )
  const urls = [...routes.map(({ path }) => [urlOf(path), undefined] as const), ...states]
  const faults: string[] = []
  for (const [url, expected] of urls)
    faults.push(...((await firstThatSees(url, expected)) ?? [`${url}: nobody sees it`]))
  expect(faults).toEqual([])
}, 400_000)

/** The faults of a page, seen by the first person who gets the expected answer. */
async function firstThatSees(url: string, expected: number | undefined): Promise<string[] | undefined> {
  const refused: string[] = []
  for (const [who, context] of contexts) {
    const page = await context.newPage()
    try {
      const complaints = collectComplaints(page)
      const response = await page.goto(address + url)
      const status = response?.status() ?? 0
      if (status >= 500) return [`${url} as ${who}: ${status}`]
      if (
        expected === undefined
          ? status !== 200 || (new URL(page.url()).pathname === '/accesso') !== (url === '/accesso')
          : status !== expected
      ) {
        refused.push(`${who} ${status}`)
        continue
      }
      const faults = [
        ...complaints.filter((text) => !text.includes(`status of ${status}`)),
        ...(await findFaults(page)),
      ]
      return faults.map((fault) => `${url} as ${who}: ${fault}`)
    } finally {
      await page.close()
    }
  }
  return refused.length > 0 ? [`${url}: nobody sees it (${refused.join(', ')})`] : undefined
}
