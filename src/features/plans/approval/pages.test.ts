// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../../tests/factories/access.ts'
import {
  act,
  actPdf,
  openApprovalSite,
  openWorkshop,
  today,
  triennium,
  type Workshop,
  whoMay,
} from '../../../../tests/factories/approval-site.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'

let all: TestSite
let site: Workshop
beforeAll(async () => {
  all = await openApprovalSite()
})
beforeEach(async () => {
  site = await openWorkshop(all)
})
afterAll(() => all.close())

const typedAct = { 'act.body': act.body, 'act.number': act.number, 'act.date': '10/03/2090' }
const typed = async () => {
  const { revision } = await site.plan()
  return { revision: String(revision), ...typedAct }
}
const file = { name: 'delibera.pdf', bytes: actPdf }

describe('what does not go', () => {
  test('a step that is none, a plan or a body that is not there', async () => {
    for (const url of [
      `${site.page}/passi/volo`,
      site.page.replace('2025', '2024'),
      '/enti/altrove/piano/2025-2027/approvazione',
    ]) {
      expect((await site.get(url)).status).toBe(404)
    }
    expect((await site.post(`${site.page}/osservazioni/77/chiusura`, {})).status).toBe(404)
  })

  test('a step from the wrong state says what can be done', async () => {
    const { status, text } = await site.get(`${site.page}/passi/pubblicazione`)
    expect(status).toBe(409)
    expect(text).toContain('si può fare: «Invia in revisione»')
    expect((await site.post(`${site.page}/passi/pubblicazione`, {})).status).toBe(409)
  })

  test('a step of a role that the person does not have: neither offered, nor shown, nor taken', async () => {
    site.become(whoMay('plan.review'))
    expect((await site.get(site.page)).text).toContain('il prossimo passo non tocca a te')
    expect((await site.get(`${site.page}/passi/invio`)).status).toBe(403)
    expect((await site.post(`${site.page}/passi/invio`, {})).status).toBe(403)
    expect((await site.journal())[0]?.event).toMatchObject({ type: 'stepRefused', why: 'forbidden' })
  })

  test('a form with faults comes back with what was typed, each fault leading to its field', async () => {
    await site.advance('inReview')
    const fields = { ...(await typed()), 'act.number': '', 'act.date': '31/02/2090' }
    const { status, body, text } = await site.post(`${site.page}/passi/approvazione`, fields)
    expect(status).toBe(422)
    expect(body).toContain('href="#campo-act.date"')
    expect(body).toContain('value="31/02/2090"')
    expect(text).toContain('non è una data che esiste')
    const again = await site.post(`${site.page}/passi/approvazione`, { ...fields, 'act.date': '11/03/2090' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('href="#campo-act.number"')
    expect(again.body).toContain('href="#campo-file"')
    expect(again.text).toContain('deve ancora venire')
    expect(await site.versions()).toEqual([])
  })

  test('an approval of what somebody has changed since it was read', async () => {
    await site.advance('inReview')
    const read = { ...(await typed()), hash: 'b'.repeat(64) }
    const { status, text } = await site.post(`${site.page}/passi/approvazione`, read, file)
    expect(status).toBe(409)
    expect(text).toContain('nel frattempo è stato modificato da altri')
    expect(await site.versions()).toEqual([])
  })

  test('an incomplete plan: the page says what is missing and leads there', async () => {
    const { introduction: _, ...narrative } = site.profile.plan.narrative ?? {}
    await site.adopt({ ...site.profile, plan: { ...site.profile.plan, narrative } })
    const { text, body } = await site.get(site.page)
    expect(text).toContain('Non ancora: mancano cose necessarie')
    expect(body).toContain(`${site.page.replace('approvazione', 'contenuti')}/testi/introduzione`)
    const refused = await site.post(`${site.page}/passi/invio`, {})
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('testi/introduzione')
    expect((await site.plan()).state).toBe('draft')
  })

  test.each([
    ['nothing', { text: '  ' }, 'text'],
    ['too much', { text: 'x'.repeat(5001) }, 'text'],
    ['an unknown part', { text: 'Sì', part: 'entry:CAP9.PA.99' }, 'part'],
    ['a field of no entry', { text: 'Sì', part: 'narrative:introduction', field: 'status' }, 'field'],
  ])('a comment that says %s', async (_, fields: Record<string, string>, place) => {
    const { status, body } = await site.post(`${site.page}/osservazioni`, fields)
    expect(status).toBe(422)
    expect(body).toContain(`href="#campo-${place}"`)
    expect(await site.approval.openComments(site.where.slug, triennium)).toEqual([])
  })

  test('comments of who neither reviews nor writes, or once the plan is approved', async () => {
    site.become(whoMay('entry.write'))
    expect((await site.post(`${site.page}/osservazioni`, { text: 'Sì' })).status).toBe(403)
    expect((await site.get(site.page)).text).not.toContain('Aggiungi l’osservazione')
    site.become(viewerWho())
    await site.advance('approved')
    expect((await site.post(`${site.page}/osservazioni`, { text: 'Sì' })).status).toBe(409)
  })
})

test('the way from the draft to the public, by its pages', async () => {
  const step = async (word: string, fields: Record<string, string> = {}, attached?: typeof file) => {
    expect((await site.get(`${site.page}/passi/${word}`)).status).toBe(200)
    const { status, location } = await site.post(`${site.page}/passi/${word}`, fields, attached)
    expect(status).toBe(303)
    return (await site.get(location)).text
  }
  expect(await step('invio')).toContain('Il piano è in revisione.')
  expect(await step('rinvio', { reason: 'Manca la <b>spesa</b>.' })).toContain('«Manca la &lt;b>spesa&lt;/b>.»')
  await step('invio')
  await step(
    'approvazione',
    { ...(await typed()), 'act.body': 'altro', 'act.other': 'Commissario straordinario' },
    file,
  )
  expect((await site.versions())[0]?.act.body).toBe('Commissario straordinario')
  const inForce = await step('esecutivita', { date: '10/3/2090' })
  expect(inForce).toContain('10/03/2090')
  expect(await step('pubblicazione')).toContain('Il piano è pubblicato.')
  expect((await site.get(site.page)).body).toMatch(/aria-current="step"[\s\S]{0,200}Pubblicato/)
  expect(await step('nuova-versione', { reason: 'Nuova scadenza nazionale.' })).toContain('La nuova versione è aperta')
})

test('what is said of a plan is answered before it is approved', async () => {
  await site.advance('inReview')
  site.become(whoMay('plan.review', 'plan.approve'))
  const from = await site.get(`${site.page}?parte=entry:CAP1.PA.01`)
  expect(from.body).toMatch(/<option value="entry:CAP1\.PA\.01" selected/)
  const said = {
    part: 'entry:CAP1.PA.01',
    field: 'activity',
    text: 'Dire **quale** rubrica. <script>alert(1)</script>',
  }
  const { status, location } = await site.post(`${site.page}/osservazioni`, said)
  expect(status).toBe(303)
  const [comment] = await site.approval.openComments(site.where.slug, triennium)
  expect(comment).toMatchObject({ part: 'entry:CAP1.PA.01', field: 'activity', version: 1 })
  expect(location).toContain(`#osservazione-${comment?.id}`)
  const { body, text } = await site.get(site.page)
  expect(body).toContain('<strong>quale</strong>')
  expect(body).not.toContain('<script>alert')
  expect(text).toContain('Non ancora: ci sono osservazioni aperte')
  const refused = await site.post(`${site.page}/passi/approvazione`, await typed(), file)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('un’osservazione aspetta ancora una risposta')
  expect((await site.post(`${site.page}/osservazioni/${comment?.id}/chiusura`, {})).status).toBe(303)
  expect((await site.post(`${site.page}/osservazioni/${comment?.id}/chiusura`, {})).status).toBe(303)
  expect((await site.journal()).filter(({ event }) => event.type === 'commentResolved')).toHaveLength(1)
  expect((await site.post(`${site.page}/passi/approvazione`, await typed(), file)).status).toBe(303)
})

describe('the way for programs', () => {
  const api = () => `/api/v1/enti/${site.where.slug}/piani/${triennium}`

  test('refuses with problem details, whatever is asked for', async () => {
    const cases: [unknown, number, string][] = [
      ['{"transition":', 400, 'bad-request'],
      [[], 422, 'invalid-input'],
      [{ transition: 'fly' }, 422, 'invalid-input'],
      [{ transition: 'publish' }, 409, 'not-now'],
      [{ transition: 'submit', revision: 99 }, 409, 'stale'],
      [{ transition: 'submit', file: { name: 'a.pdf', content: 'non base 64' } }, 422, 'invalid-input'],
    ]
    for (const [body, status, code] of cases) {
      const answer = await site.sendJson(`${api()}/transizioni`, body)
      expect([answer.status, answer.headers['content-type']]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(answer.body)).toMatchObject({ code, status })
    }
    site.become(viewerWho((action) => action === 'plan.read'))
    expect((await site.sendJson(`${api()}/transizioni`, { transition: 'submit' })).status).toBe(403)
    site.become(viewerWho(() => false))
    expect((await site.get(api())).status).toBe(403)
    expect((await site.plan()).state).toBe('draft')
  })

  test('takes the same steps, and says what comes next', async () => {
    const submitted = await site.sendJson(`${api()}/transizioni`, { transition: 'submit' })
    expect(submitted.status).toBe(201)
    const { plan } = JSON.parse(submitted.body)
    expect(plan).toMatchObject({ state: 'inReview', version: 1 })
    site.become(whoMay('plan.approve'))
    const standing = JSON.parse((await site.get(api())).body)
    expect(standing.transitions).toContainEqual(expect.objectContaining({ name: 'approve', allowed: true }))
    expect(standing.transitions).toContainEqual(expect.objectContaining({ name: 'return', allowed: false }))
    const approval = {
      transition: 'approve',
      act,
      hash: standing.sha256,
      file: { name: 'delibera.pdf', content: actPdf.toString('base64') },
    }
    const approved = JSON.parse((await site.sendJson(`${api()}/transizioni`, approval)).body)
    expect(approved).toMatchObject({ before: 'inReview', after: 'approved', sha256: standing.sha256 })
    expect(approved.plan.versions).toMatchObject([{ number: 1, state: 'approved', act }])
    expect(today).toBe(approved.plan.versions[0].act.date)
  })
})
