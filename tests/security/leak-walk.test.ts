// SPDX-License-Identifier: AGPL-3.0-or-later
// Asks every route that the program lists, with every role of one body, about another body. A new route cannot be
// forgotten: an unknown parameter fails the test.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Profile } from '../../src/features/profiles/index.ts'
import { program, roleNames } from '../../src/kernel/access.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { declaredActions } from '../../src/main/actions.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { openSite, type TestSite } from '../factories/site.ts'
import { openBrowser, type TestBrowser } from '../factories/test-browser.ts'

/** A word in everything that the other body wrote, and in no other page. */
const secret = 'Zibaldonissimo'

const bodyOf = (name: string, cadastralCode: string, word: string): Profile => ({
  administration: { name: `Comune di ${name}`, kind: 'municipality', cadastralCode, population: 4000 },
  offices: [{ name: `Ufficio ${word}` }],
  roles: [{ role: 'Responsabile per la transizione digitale', holder: `Segretario ${word}` }],
  plan: {
    title: `Piano ${word}`,
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    narrative: { introduction: `Introduzione ${word}` },
    entries: [{ code: 'CAP1.PA.01', activity: `Attività ${word}`, status: 'inProgress', offices: [`Ufficio ${word}`] }],
    initiatives: [{ title: `Iniziativa ${word}` }],
  },
})

let application: TestSite
const people = new Map<string, TestBrowser>()

beforeAll(async () => {
  application = await openSite()
  const mine = await application.adopt(bodyOf('Vallechiara', 'Z901', 'pacata'))
  const foreign = await application.adopt(bodyOf('Roccaperta', 'Z902', secret))
  await application.associate('nostra', [mine])
  await application.associate('altrui', [foreign])
  const here = { kind: 'administration', slug: slugOf('vallechiara') } as const
  for (const role of roleNames) {
    if (role === 'platformAdministrator') continue
    const who = { name: `Persona ${role}`, email: `${role.toLowerCase()}@vallechiara.example` }
    people.set(role, await application.enter(role, here, who, role === 'contributor' ? 'Ufficio pacata' : undefined))
  }
  const joint = { kind: 'association', slug: 'nostra' } as const
  people.set(
    'rtd dell’associazione',
    await application.enter('rtd', joint, { name: 'Rtd', email: 'rtd@nostra.example' }),
  )
  people.set(
    'chi non ha ruoli',
    await application
      .person({ name: 'Nuovo', email: 'nuovo@nostra.example' })
      .then(() => application.signIn('nuovo@nostra.example')),
  )
  const stranger = { name: `Persona ${secret}`, email: 'rtd@roccaperta.example' }
  await application.enter('rtd', { kind: 'administration', slug: slugOf('roccaperta') }, stranger)
}, 120_000)
afterAll(() => application.close())

const values: Readonly<Record<string, string>> = {
  triennium: '2025-2027',
  code: 'CAP1.PA.01',
  edition: '2024-2026',
  text: 'introduzione',
  step: 'invio',
  id: '1',
  number: '1',
  proposal: '1',
  version: '1',
  comment: '1',
  person: 'nessuno',
  grant: '1',
  session: 'x',
  format: 'json',
  token: 'x'.repeat(43),
  sha256: '0'.repeat(64),
}

/** The address of a route at a body and an association. */
function addressOf(route: Route, slug: string, association: string): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = name === 'slug' ? slug : name === 'association' ? association : values[name]
    if (value === undefined) throw new Error(`${route.path}: the walk has no value for «${name}»: add one`)
    return value
  })
}

const isPlaced = ({ path }: Route) => /:(slug|association)\b/.test(path)
const isGuarded = ({ permission }: Route) => permission !== 'everyone'

function ask(browser: TestBrowser, route: Route, url: string) {
  return route.method === 'GET' ? browser.get(url) : browser.post(url, {})
}

test('the walk knows the value of every parameter, and there is something to walk', () => {
  const { routes } = application.server
  for (const route of routes) addressOf(route, 'roccaperta', 'altrui')
  expect(routes.filter((route) => isPlaced(route) && isGuarded(route)).length).toBeGreaterThan(20)
})

test('every route that names a body or an association is guarded, or public on purpose', () => {
  const open = application.server.routes.filter((route) => isPlaced(route) && !isGuarded(route)).map(({ path }) => path)
  expect(open.filter((path) => !path.startsWith('/trasparenza'))).toEqual([])
})

test('every route asks for an action that the policy knows', () => {
  const declared: ReadonlySet<unknown> = new Set(['everyone', 'signed-in', ...declaredActions])
  const unknown = application.server.routes.filter(({ permission }) => !declared.has(permission))
  expect(unknown.map(({ path }) => path)).toEqual([])
})

describe('of another body', () => {
  test('no role gets anything from any route', async () => {
    for (const [role, browser] of people) {
      for (const route of application.server.routes.filter((known) => isPlaced(known) && isGuarded(known))) {
        const url = addressOf(route, 'roccaperta', 'altrui')
        const { status, body } = await ask(browser, route, url)
        expect([403, 404], `${role} ${route.method} ${url}: ${status}`).toContain(status)
        expect(body, `${role} ${route.method} ${url}`).not.toContain(secret)
      }
    }
  }, 240_000)

  test('nor anything of it from the routes that name no body, whatever is searched for', async () => {
    for (const [role, browser] of people) {
      for (const route of application.server.routes.filter((known) => known.method === 'GET' && !isGuarded(known))) {
        for (const query of ['', `?q=${secret}&nome=${secret}`]) {
          const url = `${addressOf(route, 'roccaperta', 'altrui')}${query}`
          const { body } = await browser.get(url)
          expect(
            body.replaceAll(`value="${secret}"`, '').replaceAll(`«${secret}»`, ''),
            `${role} ${url}`,
          ).not.toContain(secret)
        }
      }
      for (const route of application.server.routes.filter(
        (known) => known.method === 'GET' && isGuarded(known) && !isPlaced(known),
      )) {
        const url = addressOf(route, '', '')
        expect((await browser.get(url)).body, `${role} ${url}`).not.toContain(secret)
      }
    }
  }, 240_000)

  test('the same routes do answer who has the role there: the walk can tell', async () => {
    const rtd = people.get('rtd')
    if (!rtd) throw new Error('no rtd')
    const administrator = await application.enterAdministrator({ name: 'Admin', email: 'admin@timone.example' })
    const mayRtd = ({ permission }: Route) => typeof permission === 'string' || permission.heldBy.includes('rtd')
    const reads = application.server.routes.filter(
      (route) => route.method === 'GET' && route.path.startsWith('/enti/:slug') && isGuarded(route),
    )
    const refused: string[] = []
    for (const route of reads) {
      const { status } = await (mayRtd(route) ? rtd : administrator).get(addressOf(route, 'vallechiara', 'nostra'))
      if (status === 403) refused.push(route.path)
    }
    expect(refused).toEqual([])
  })
})

test('whoever has not signed in is led to the sign-in by pages, and refused by forms', async () => {
  for (const route of application.server.routes.filter((known) => known.permission !== 'everyone')) {
    const url = addressOf(route, 'vallechiara', 'nostra')
    const { status, location, body } = await ask(openBrowser(application.server), route, url)
    const isPage = route.method === 'GET' && !route.path.startsWith('/api/')
    expect([status, location.startsWith('/accesso?')], url).toEqual(isPage ? [303, true] : [401, false])
    expect(body, url).not.toContain('pacata')
  }
})

test('whoever owes a second factor reads nothing of their own body either, on any page', async () => {
  const here = { kind: 'administration', slug: slugOf('roccaperta') } as const
  const who = { name: 'Persona in debito', email: 'debito@roccaperta.example' }
  const browser = await application.enter('rtd', here, who)
  expect((await browser.get(`/cerca?q=${secret}`)).body).toContain(`Piano ${secret}`)
  const [debtor] = (await application.identity.people()).filter(({ email }) => email === who.email)
  if (!debtor) throw new Error('no such person')
  await application.identity.demandSecondFactor(debtor.id, true, program('test'))
  for (const route of application.server.routes.filter(({ method }) => method === 'GET')) {
    for (const query of ['', `?q=${secret}&nome=${secret}`]) {
      const url = `${addressOf(route, 'roccaperta', 'altrui')}${query}`
      const { body } = await browser.get(url)
      expect(body.replaceAll(`value="${secret}"`, '').replaceAll(`«${secret}»`, ''), url).not.toContain(secret)
    }
  }
}, 120_000)

test('a form that a page of another site sends is refused on every route', async () => {
  for (const route of application.server.routes.filter(({ method }) => method === 'POST')) {
    const { statusCode } = await application.server.inject({
      method: 'POST',
      url: addressOf(route, 'vallechiara', 'nostra'),
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
    expect(statusCode, route.path).toBe(403)
  }
})
