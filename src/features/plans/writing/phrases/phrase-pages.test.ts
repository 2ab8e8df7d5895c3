// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fieldsIn, visit } from '../../../../../tests/factories/form-visitor.ts'
import { collaborator, lucia, marco, openWritingSite, reader } from '../../../../../tests/factories/writing-site.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { post, get, as, journal, body } = visit(site)
const page = `${body}/frasi`
const add = (title = 'Formazione', markdown = 'Il **personale** è formato.') => post(page, { title, markdown })
const phrases = () => site.database.kysely.selectFrom('phrase').select(['id', 'title', 'markdown']).execute()
const first = async () => `${page}/${(await phrases())[0]?.id}`

describe('a phrase is refused', () => {
  test.each([
    ['without a title', { markdown: 'Testo.' }, 'Titolo: è obbligatorio'],
    ['without a text', { title: 'Titolo' }, 'Testo: è obbligatorio'],
    ['with a long title', { title: 'a'.repeat(121), markdown: 'Testo.' }, '120 caratteri'],
    ['with a long text', { title: 'Titolo', markdown: 'a'.repeat(20_001) }, '20.000 caratteri'],
  ])('%s', async (_, fields, words) => {
    const { status, text } = await post(page, fields)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(await phrases()).toEqual([])
  })

  test('of who does not write the plan; who writes entries reads it', async () => {
    await add()
    const address = await first()
    const statuses = await as(collaborator, async () => [
      (await get(page)).status,
      (await add('Altra')).status,
      (await get(address)).status,
      (await post(address, { azione: 'elimina', wasTitle: 'x', wasMarkdown: 'y' })).status,
    ])
    expect(statuses).toEqual([200, 403, 403, 403])
    expect((await as(reader, () => get(page))).status).toBe(403)
    expect(await phrases()).toHaveLength(1)
  })

  test('when somebody else changed it meanwhile', async () => {
    await add()
    const address = await first()
    const mine = fieldsIn((await get(address)).body, 'Frase')
    await as(marco, () => post(address, { ...mine, azione: 'salva', markdown: 'Testo di Marco.' }))
    for (const azione of ['salva', 'elimina']) {
      const { status, text } = await post(address, { ...mine, azione, markdown: 'Testo di Lucia.' })
      expect(status).toBe(409)
      expect(text).toContain('niente è stato sovrascritto')
    }
    expect(await phrases()).toMatchObject([{ markdown: 'Testo di Marco.' }])
  })

  test('that is not there', async () => {
    expect((await get(`${page}/4040`)).status).toBe(404)
    const gone = { azione: 'elimina', wasTitle: 'x', wasMarkdown: 'y' }
    expect((await post(`${page}/4040`, gone)).status).toBe(404)
  })
})

test('a phrase is added, read, changed and taken away, and the journal tells it', async () => {
  const added = await add()
  expect([added.status, added.location]).toEqual([303, `${page}?esito=aggiunta#esito`])
  const { text, body: html } = await get(`${page}?esito=aggiunta`)
  expect(text).toContain('Frase aggiunta.')
  expect(html).toContain('<strong>personale</strong>')
  const address = await first()
  const fields = fieldsIn((await get(address)).body, 'Frase')
  await post(address, { ...fields, azione: 'salva', title: 'Formazione del personale' })
  expect(await phrases()).toMatchObject([
    { title: 'Formazione del personale', markdown: 'Il **personale** è formato.' },
  ])
  const again = fieldsIn((await get(address)).body, 'Frase')
  expect((await post(address, { ...again, azione: 'elimina' })).location).toBe(`${page}?esito=eliminata#esito`)
  expect(await phrases()).toEqual([])
  expect((await journal()).slice(0, 3).map(({ event }) => event)).toMatchObject([
    { type: 'phraseChanged', before: { title: 'Formazione del personale' }, after: null },
    { type: 'phraseChanged', before: { title: 'Formazione' }, after: { title: 'Formazione del personale' } },
    { type: 'phraseChanged', before: null, after: { title: 'Formazione' } },
  ])
})
