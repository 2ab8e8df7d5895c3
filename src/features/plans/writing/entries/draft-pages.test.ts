// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fieldsIn, visit } from '../../../../../tests/factories/form-visitor.ts'
import { collaborator, lucia, marco, openWritingSite, reader } from '../../../../../tests/factories/writing-site.ts'
import { nobody, program } from '../../../../kernel/access.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { post, get, as, expectNothingChanged, stored, move, ...visitor } = visit(site)
const line = visitor.line()
const form = `${line}/modifica`
const draft = `${line}/bozza`
const opened = () => visitor.opened(form)
const drafts = () => site.database.kysely.selectFrom('draft').selectAll().execute()

const isMarked = (html: string) => /<p class="t-suggested"[^>]*>/.exec(html)?.[0].includes('hidden') === false

describe('a draft is refused', () => {
  test.each([
    ['to nobody', nobody, 401],
    ['to who only reads', reader, 403],
    ['to a program, who is no person', program('test'), 401],
  ])('%s', async (_, viewer, status) => {
    const fields = { ...(await opened()), notes: 'Mie.' }
    const answer = await as(viewer, () => post(draft, fields))
    expect(answer.status).toBe(status)
    expect(await drafts()).toEqual([])
  })

  test('of an entry in other hands, of a line or a plan that is not there', async () => {
    const urls = [visitor.line('CAP4.PA.01'), visitor.line('CAP1.PA.99'), line.replace('2025-2027', '2022-2024')]
    const statuses = await as(collaborator, () =>
      Promise.all(urls.map(async (url) => (await post(`${url}/bozza`, { base: '0', notes: 'Mie.' })).status)),
    )
    expect(statuses).toEqual([403, 404, 404])
    expect(await drafts()).toEqual([])
  })

  test('when it is heavier than a form', async () => {
    expect((await post(draft, { ...(await opened()), notes: 'a'.repeat(2 ** 21) })).status).toBe(413)
    expect(await drafts()).toEqual([])
  })
})

test('what is typed is kept for the person alone, and changes nothing of the plan', async () => {
  const typed = { ...(await opened()), activity: 'Sto ancora scriv', planned: '31/02/2026' }
  const { status, body } = await expectNothingChanged(() => post(draft, typed))
  expect([status, body]).toEqual([200, '<span>Bozza salvata alle 10:32</span>'])
  const mine = await get(form)
  expect(fieldsIn(mine.body)).toEqual(typed)
  expect(mine.text).toContain('Questa è la tua bozza del 10/03/2026 alle 10:32')
  const others = await as(marco, () => get(form))
  expect(others.text).not.toContain('bozza del')
  expect(fieldsIn(others.body).activity).toBe('Gli uffici usano una sola rubrica.')
})

test('typing on keeps the last of it; going back to what is stored is no draft', async () => {
  const fields = await opened()
  await post(draft, { ...fields, notes: 'Uno.' })
  await post(draft, { ...fields, notes: 'Due.' })
  expect((await drafts()).map((row) => row.fields)).toMatchObject([{ notes: 'Due.' }])
  expect((await post(draft, fields)).body).toContain('Nessuna modifica da salvare')
  expect(await drafts()).toEqual([])
})

test('without a script a button keeps the draft, and the form says so', async () => {
  const typed = { ...(await opened()), notes: 'Mie.' }
  const { status, location } = await post(form, { ...typed, azione: 'bozza' })
  expect([status, location]).toEqual([303, `${form}?esito=bozza#esito`])
  expect((await get(`${form}?esito=bozza`)).text).toContain('Bozza salvata: la vedi solo tu')
})

test('it goes away when the entry is saved, or when it is discarded', async () => {
  const typed = { ...(await opened()), notes: 'Mie.' }
  await post(draft, typed)
  await post(form, typed)
  expect(await drafts()).toEqual([])
  await post(draft, { ...(await opened()), notes: 'Altre.' })
  expect((await post(draft, { azione: 'scarta' })).location).toBe(`${form}?esito=scartata#esito`)
  expect(await drafts()).toEqual([])
  expect((await opened()).notes).toBe('Mie.')
})

test('it does not overwrite what others saved meanwhile: saving it is a choice between both', async () => {
  const typed = { ...(await opened()), notes: 'Mie.' }
  await post(draft, typed)
  await as(marco, async () => post(form, { ...(await opened()), notes: 'Sue.' }))
  const { body, text } = await get(form)
  expect(text).toContain('Nel frattempo altri hanno salvato')
  const { status } = await expectNothingChanged(() => post(form, fieldsIn(body)))
  expect(status).toBe(409)
  expect(await drafts()).toHaveLength(1)
})

test('what it says of fields that cannot be changed any more is shown, to be copied', async () => {
  await post(draft, { ...(await opened()), activity: 'Attività quasi finita di scrivere.', notes: 'Mie.' })
  await move('approved')
  const { text, body } = await get(form)
  expect(text).toMatch(/Avevi scritto questo.* Attività quasi finita di scrivere\./)
  expect(fieldsIn(body)).toMatchObject({ notes: 'Mie.' })
  expect((await post(form, fieldsIn(body))).status).toBe(303)
  expect((await stored())?.entry).toMatchObject({ notes: 'Mie.', activity: 'Gli uffici usano una sola rubrica.' })
})

test('suggested texts go to the end of the activity, marked until they are saved', async () => {
  await site.database.kysely
    .insertInto('phrase')
    .values({
      administration_id: (await site.row()).administration,
      title: 'Formazione',
      markdown: 'Il personale è formato.',
    })
    .execute()
  const { text, body } = await get(form)
  expect(text).toContain('Testi suggeriti (2)')
  expect(text).toContain('Dal testo di base della linea')
  const fields = fieldsIn(body)
  const [, key = ''] = /value="inserisci-(frase-\d+)"/.exec(body) ?? []
  const inserted = await expectNothingChanged(() => post(form, { ...fields, azione: `inserisci-${key}` }))
  const typed = fieldsIn(inserted.body)
  expect(typed.activity).toBe('Gli uffici usano una sola rubrica.\n\nIl personale è formato.')
  expect(isMarked(inserted.body)).toBe(true)
  await post(draft, typed)
  expect(isMarked((await get(form)).body)).toBe(true)
  await post(form, typed)
  expect(isMarked((await get(form)).body)).toBe(false)
})

test('the plan of the triennium before suggests what it said of the line', async () => {
  await site.adoptToo({
    triennium: trienniumOf('2022-2024'),
    edition: '2024-2026',
    entries: [{ code: 'CAP1.PA.01', activity: 'Allora gli uffici avevano due rubriche.' }],
  })
  const { text } = await get(form)
  expect(text).toContain('Dal piano 2022-2024, linea CAP1.PA.01')
  expect(text).toContain('Allora gli uffici avevano due rubriche.')
})
