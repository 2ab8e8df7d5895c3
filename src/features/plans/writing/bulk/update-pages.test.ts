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

const { post, get, as, expectNothingChanged, stored, journal, move, plan, ...visitor } = visit(site)
const line = visitor.line()
const list = `${plan}?modo=aggiorna`
const row = { base: '0', list: 'modo=aggiorna', shown: 'status planned completed' }
const update = (fields: Record<string, string>, more = {}) => post(`${line}/aggiornamento`, { ...row, ...fields }, more)
const together = (fields: Record<string, string>) => post(`${plan}/aggiornamento`, { list: 'modo=aggiorna', ...fields })
const both = { 'linea-CAP1.PA.01': '0', 'linea-CAP4.PA.01': '0' }

describe('a line is not updated in the list', () => {
  test('by who only reads, nor in other hands', async () => {
    const byReader = await as(reader, () => expectNothingChanged(() => update({ status: 'planned' })))
    const foreign = await as(collaborator, () =>
      expectNothingChanged(() => post(`${visitor.line('CAP4.PA.01')}/aggiornamento`, { ...row, status: 'planned' })),
    )
    expect([byReader.status, foreign.status]).toEqual([403, 403])
  })

  test.each([
    ['with a date in the future', { status: 'completed', completed: '01/04/2026' }, 'nel futuro'],
    ['with a date that does not exist', { status: 'planned', planned: '31/04/2026' }, 'non è una data che esiste'],
  ])('%s: the whole form says why, with what was typed', async (_, fields, words) => {
    const { status, text, body } = await expectNothingChanged(() => update(fields))
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(fieldsIn(body)).toMatchObject({ ...fields, activity: 'Gli uffici usano una sola rubrica.' })
  })

  test('that others changed meanwhile: the page of the choice comes', async () => {
    await as(marco, () => update({ status: 'planned' }))
    const { status, text } = await expectNothingChanged(() => update({ status: 'completed' }))
    expect(status).toBe(409)
    expect(text).toContain('Stato L’avete cambiato tutti e due')
  })
})

test('the list is light until it is opened for updates, and then has a form a line, for those in my hands', async () => {
  const read = await get(plan)
  expect(read.text).toContain('Aggiorna in elenco')
  expect(read.body).not.toContain('data-in-place')
  const open = await get(list)
  expect(open.body.match(/data-in-place/g)).toHaveLength(5)
  expect(open.text).toContain('Aggiorna le linee selezionate')
  const mine = await as(collaborator, () => get(list))
  expect(mine.body.match(/<form action="[^"]*aggiornamento" method="post" data-in-place/g)).toHaveLength(1)
  expect(mine.body).not.toContain('name="ownerOffice"')
  const none = await as(reader, () => get(list))
  expect(none.body).not.toContain('data-in-place')
  expect(none.text).not.toContain('Aggiorna in elenco')
  await move('inReview')
  expect((await get(list)).body).not.toContain('data-in-place')
})

test('a line is updated without leaving the list, filters and all', async () => {
  const filtered = 'capitolo=1&modo=aggiorna'
  expect((await get(`${plan}?${filtered}`)).body).toContain('name="list" value="capitolo=1&amp;modo=aggiorna"')
  const { status, location } = await update({ status: 'completed', completed: '1/3/2026', list: filtered })
  expect([status, location]).toEqual([303, `${plan}?${filtered}&esito=salvata#riga-CAP1.PA.01`])
  expect((await stored())?.entry).toMatchObject({
    status: 'completed',
    completed: '2026-03-01',
    notes: 'Da rivedere in primavera.',
  })
  expect((await stored())?.entry.planned).toBeUndefined()
  expect((await get(`${plan}?${filtered}&esito=salvata`)).text).toContain('Salvato: la scheda è aggiornata.')
})

test('a script gets the row alone, with what to say', async () => {
  const { status, body } = await update({ status: 'completed', planned: '30/06/2026' }, { 'x-timone-fragment': '1' })
  expect(status).toBe(200)
  expect(body).not.toContain('<html')
  expect(body.match(/<tr/g)).toHaveLength(2)
  expect(body).toContain('>CAP1.PA.01: salvato<')
  expect(body).toContain('name="base" value="1"')
})

describe('lines are not updated together', () => {
  test.each([
    ['when none is selected', { azione: 'anteprima', status: 'planned' }, 'nessuna linea è selezionata'],
    ['when there is nothing to say', { ...both, azione: 'anteprima' }, 'niente da cambiare'],
    ['to a status that there is not', { ...both, azione: 'conferma', status: 'fatto' }, 'non è fra i valori ammessi'],
    [
      'to a date that does not exist',
      { ...both, azione: 'conferma', planned: '31/2/2026' },
      'non è una data che esiste',
    ],
  ])('%s', async (_, fields, words) => {
    const { status, text } = await expectNothingChanged(() => together(fields))
    expect(status).toBe(422)
    expect(text).toContain(words)
  })

  test('when one of them cannot be so: none is', async () => {
    const fields = { ...both, azione: 'conferma', completed: '01/03/2026' }
    const { status, text } = await expectNothingChanged(() => together(fields))
    expect(status).toBe(422)
    expect(text).toContain('una scheda «In corso» non ha una data di completamento')
  })

  test('when one of them is in other hands: none is', async () => {
    const fields = { ...both, azione: 'conferma', status: 'planned' }
    const { status, text } = await as(collaborator, () => expectNothingChanged(() => together(fields)))
    expect(status).toBe(422)
    expect(text).toContain('non è affidata a un tuo ufficio')
  })

  test('when somebody saved one of them: it is shown as it would be now, and none is changed', async () => {
    await as(marco, () => update({ status: 'planned', planned: '30/06/2026' }))
    const { status, text, body } = await expectNothingChanged(() =>
      together({ ...both, azione: 'conferma', status: 'ongoing' }),
    )
    expect(status).toBe(409)
    expect(text).toContain('Nel frattempo altri hanno aggiornato CAP1.PA.01')
    expect(text).toContain('Stato [tolto: Pianificata ] [aggiunto: Continuativa ]')
    expect(body).toContain('name="linea-CAP1.PA.01" value="1"')
  })

  test('by who only reads', async () => {
    const { status } = await as(reader, () => together({ ...both, azione: 'conferma', status: 'planned' }))
    expect(status).toBe(403)
  })
})

test('what would change is shown line by line before it does, apart from what cannot and what is so already', async () => {
  const fields = { ...both, 'linea-CAP1.PA.02': '0', azione: 'anteprima', status: 'completed', completed: '01/03/2026' }
  const { status, text, body } = await expectNothingChanged(() => together(fields))
  expect(status).toBe(200)
  expect(text).toContain('Cambiano 3 linee')
  expect(text).toMatch(
    /CAP1\.PA\.01 .* Stato \[tolto: In corso \] \[aggiunto: Completata \] Data di completamento \[aggiunto: 01\/03\/2026 \]/,
  )
  expect(body).toContain('name="linea-CAP1.PA.02" value="0"')
  const same = await together({ ...both, azione: 'anteprima', status: 'completed' })
  expect(same.text).toMatch(/Cambiano 1 linea .* Sono già così 1 CAP4\.PA\.01/)
  const wrong = await together({ ...both, azione: 'anteprima', completed: '01/03/2026' })
  expect(wrong.text).toMatch(/Non si possono aggiornare così, e restano come sono 1 CAP1\.PA\.01/)
  expect(wrong.body).not.toContain('name="linea-CAP1.PA.01"')
})

test('lines are updated together in one transaction, each with its revision and its line in the journal', async () => {
  const before = (await journal()).length
  const fields = {
    status: 'ongoing',
    ownerOffice: 'Ufficio anagrafe',
    office: 'Ufficio anagrafe',
    ownerPerson: 'marcoprova',
  }
  const preview = await together({ ...both, azione: 'anteprima', ...fields })
  const sent = fieldsIn(preview.body.replace('class="t-after"', 'aria-label="Che cosa tenere"'))
  const { status, location } = await together({ ...sent, azione: 'conferma' })
  expect([status, location]).toEqual([303, `${plan}?modo=aggiorna&esito=aggiornate`])
  expect(await stored()).toMatchObject({
    entry: { status: 'ongoing', offices: ['Ufficio tributi', 'Ufficio anagrafe'], notes: 'Da rivedere in primavera.' },
    ownerOffice: 'Ufficio anagrafe',
    ownerPerson: 'marcoprova',
  })
  expect(await stored('CAP4.PA.01')).toMatchObject({ entry: { status: 'ongoing', offices: ['Ufficio anagrafe'] } })
  expect((await journal()).length - before).toBe(2)
})
