// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fieldsIn, visit } from '../../../../../tests/factories/form-visitor.ts'
import {
  collaborator,
  lucia,
  marco,
  openWritingSite,
  reader,
  vallechiara,
} from '../../../../../tests/factories/writing-site.ts'

const site = await openWritingSite()
afterAll(() => site.close())
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { body, plan, get, post, stored, as, expectNothingChanged, move, ...visitor } = visit(site)
const line = visitor.line()
const form = `${line}/modifica`
const opened = (url = form) => visitor.opened(url)

describe('the form of an entry is refused', () => {
  test.each([
    `${plan}/linee/CAP1.PA.99/modifica`,
    `${body}/piano/2022-2024/linee/CAP1.PA.01/modifica`,
    `/enti/nessuno/piano/2025-2027/linee/CAP1.PA.01/modifica`,
  ])('at %s, that is not there', async (url) => {
    expect((await get(url)).status).toBe(404)
    expect((await post(url, { base: '0', notes: 'x' })).status).toBe(404)
  })

  test('to who only reads, whether they open it or send it', () =>
    as(reader, async () => {
      expect((await get(form)).status).toBe(403)
      const { status } = await expectNothingChanged(() => post(form, { base: '0', notes: 'x' }))
      expect(status).toBe(403)
    }))

  test('to a contributor whose office has no part in it', () =>
    as(collaborator, async () => {
      const foreign = `${plan}/linee/CAP4.PA.01/modifica`
      expect((await get(foreign)).status).toBe(403)
      const { status } = await expectNothingChanged(() => post(foreign, { base: '0', notes: 'x' }))
      expect(status).toBe(403)
    }))

  test.each([
    ['without the version that it began from', { base: '' }, 'obbligatori'],
    ['from a version that never was', { base: '44' }, 'la revisione 44 non esiste'],
    ['with a button that there is not', { azione: 'vola' }, 'non sa fare'],
    ['with a date that does not exist', { planned: '31/02/2026' }, 'non è una data che esiste'],
    ['completed in the future', { status: 'completed', completed: '11/03/2026' }, 'nel futuro'],
    ['completed and still planned', { status: 'planned', completed: '01/03/2026' }, 'Completata'],
    [
      'that goes on and is completed as not applicable',
      { status: 'ongoing', completed: 'Non applicabile' },
      'lo stato è «Continuativa» e il completamento dice «Non applicabile»',
    ],
    ['kept by somebody without a role', { ownerPerson: 'nessuno' }, 'non ha un ruolo'],
    [
      'with a file that nobody attached',
      { 'evidence-0-label': 'Verbale', 'evidence-0-file': `${'ab'.repeat(32)} verbale.pdf` },
      'non è fra gli allegati',
    ],
  ])('%s', async (_, change, words) => {
    const fields = { ...(await opened()), ...change, notes: 'Quello che avevo scritto.' }
    const { status, text, body: html } = await expectNothingChanged(() => post(form, fields))
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(fieldsIn(html).notes).toBe('Quello che avevo scritto.')
  })

  test('when a field that it had cannot be changed any more', async () => {
    const fields = { ...(await opened()), activity: 'Nuova attività.', status: 'completed' }
    await move('approved')
    const { status, text } = await expectNothingChanged(() => post(form, fields))
    expect(status).toBe(409)
    expect(text).toContain('si aggiornano soltanto stato')
    expect(text).toContain('Che cosa fa l’ente Nuova attività.')
  })

  test('with a field twice', async () => {
    const { status } = await expectNothingChanged(() => site.sendText(form, 'base=0&notes=uno&notes=due'))
    expect(status).toBe(422)
  })

  test('with 20 MB pasted into it', async () => {
    const fields = { ...(await opened()), activity: 'a'.repeat(20 * 2 ** 20) }
    const { status, text } = await expectNothingChanged(() => post(form, fields))
    expect(status).toBe(413)
    expect(text).toContain('supera quanto questa pagina accetta')
  })

  test.each(['inReview', 'superseded'] as const)('while the plan is %s, and says so', async (state) => {
    const fields = { ...(await opened()), notes: 'Altro.' }
    await move(state)
    expect((await get(form)).text).toContain('questa parte ora non si può cambiare')
    const { status, text } = await expectNothingChanged(() => post(form, fields))
    expect(status).toBe(409)
    expect(text).toContain('così non si può modificare')
    expect(text).toMatch(/Avevi scritto questo.* Note Altro\./)
  })
})

test('a fault is told at the top and at its control, and leads there', async () => {
  const { body: html } = await post(form, { ...(await opened()), completed: '2026-04-01', status: 'completed' })
  expect(html).toContain('href="#campo-completed"')
  expect(html).toMatch(/id="campo-completed"[^>]*aria-invalid="true"/)
  expect(html).toContain('<title>Errore: CAP1.PA.01')
})

test('the form shows the entry beside what the national plan asks, and saves it unchanged when nothing is touched', async () => {
  const { body: html, text } = await get(form)
  expect(text).toContain('Gli uffici condividono archivi e calendari.')
  expect(text).toContain('Entro dicembre 2025')
  const fields = fieldsIn(html)
  expect(fields).toMatchObject({
    base: '0',
    activity: 'Gli uffici usano una sola rubrica.',
    status: 'inProgress',
    statusLabel: 'Avviata a gennaio',
    planned: '30/06/2026',
    'offices-0': 'Ufficio tributi',
    notes: 'Da rivedere in primavera.',
    'evidence-0-label': 'Delibera di Giunta',
  })
  const { status, location } = await expectNothingChanged(() => post(form, fields))
  expect([status, location]).toEqual([303, `${line}?esito=invariata#esito`])
  expect((await get(`${line}?esito=invariata`)).text).toContain('Nessuna modifica')
})

test('a saved entry is on the page of its line, with a message and its history', async () => {
  const fields = {
    ...(await opened()),
    activity: 'Gli uffici usano **una sola** rubrica.',
    status: 'completed',
    completed: '1/3/2026',
    'offices-1': 'Ufficio anagrafe',
    'allocations-0-source': 'Bilancio',
    'allocations-0-year': '2026',
    'allocations-0-amount': '1.234,50',
    ownerOffice: 'Ufficio tributi',
    ownerPerson: 'marcoprova',
  }
  const { status, location } = await post(form, fields)
  expect([status, location]).toEqual([303, `${line}?esito=salvata#esito`])
  const { text, body: html } = await get(`${line}?esito=salvata`)
  expect(text).toContain('Salvato: la scheda è aggiornata.')
  expect(html).toContain('<strong>una sola</strong>')
  expect(text).toContain('Data di completamento 01/03/2026')
  expect(text).toContain('Bilancio, 2026: 1.234,50 €')
  expect(text).toContain('Chi tiene aggiornata la scheda Marco Prova, Ufficio tributi')
  expect(text).toMatch(/Storia della scheda: modifiche 1 Lucia Prova , \d\d\/\d\d\/\d{4} alle/)
  expect(text).toContain('Stato [tolto: In corso ] [aggiunto: Completata ]')
  expect((await stored())?.ownerPerson).toBe('marcoprova')
})

test('the first save of a line of which nothing was said makes its entry', async () => {
  const url = `${plan}/linee/CAP1.PA.02`
  expect(await stored('CAP1.PA.02')).toBeUndefined()
  const fields = { ...(await opened(`${url}/modifica`)), activity: 'Lo sportello apre due mattine.' }
  expect((await post(`${url}/modifica`, fields)).status).toBe(303)
  expect((await stored('CAP1.PA.02'))?.entry.activity).toBe('Lo sportello apre due mattine.')
})

test('a plan that is loaded whole leaves who keeps an entry as it was, in its history too', async () => {
  await post(form, { ...(await opened()), ownerOffice: 'Ufficio anagrafe' })
  const { plan: written } = vallechiara
  const entries = [{ code: 'CAP1.PA.01', activity: 'Scritta in un file.' }]
  await site.adoptToo({ ...written, entries })
  expect(await stored()).toMatchObject({ entry: { activity: 'Scritta in un file.' }, ownerOffice: 'Ufficio anagrafe' })
  const { text } = await get(line)
  expect(text).toContain('modifiche 2')
  expect(text).not.toContain('[tolto: Ufficio anagrafe')
  expect((await post(form, { ...(await opened()), notes: 'Si va avanti.' })).location).toContain('esito=salvata')
})

test('a carried entry is gone through by saving it, even as it is', async () => {
  const wait = () => site.database.kysely.updateTable('entry').set({ to_review: true }).execute()
  await wait()
  expect((await get(form)).text).toContain('da rivedere: salvandola, anche senza cambiarla, dici che va bene')
  expect((await post(form, await opened())).location).toBe(`${line}?esito=rivista#esito`)
  expect((await stored())?.toReview).toBe(false)
  expect((await visitor.journal())[0]?.event).toEqual({
    type: 'carriedConfirmed',
    triennium: '2025-2027',
    codes: ['CAP1.PA.01'],
  })
  await wait()
  await post(form, { ...(await opened()), notes: 'Rivista.' })
  expect((await stored())?.toReview).toBe(false)
})

test('a contributor changes how things go, and sees whose hands the entry is in without changing it', () =>
  as(collaborator, async () => {
    const { body: html, text } = await get(form)
    expect(html).not.toContain('name="ownerOffice"')
    expect(text).toContain('Uffici incaricati Ufficio tributi')
    const sent = { ...fieldsIn(html), status: 'completed', ownerOffice: 'Ufficio anagrafe', 'offices-others': 'Mio' }
    expect((await post(form, sent)).status).toBe(303)
    expect(await stored()).toMatchObject({ entry: { status: 'completed', offices: ['Ufficio tributi'] } })
    expect((await stored())?.ownerOffice).toBeUndefined()
    const forged = { base: '1', shown: 'ownerOffice', ownerOffice: 'Ufficio tributi' }
    expect((await expectNothingChanged(() => post(form, forged))).status).toBe(403)
  }))

test('after the approval only the progress can be changed', async () => {
  await move('approved')
  const { body: html, text } = await get(form)
  expect(html).not.toContain('name="activity"')
  expect(text).toContain('Gli uffici usano una sola rubrica.')
  const sent = { ...fieldsIn(html), status: 'completed', activity: 'Altro.' }
  expect((await post(form, sent)).status).toBe(303)
  expect((await stored())?.entry).toMatchObject({ status: 'completed', activity: 'Gli uffici usano una sola rubrica.' })
})

test('rows are added and a preview is shown by the form itself, which keeps what was typed', async () => {
  const fields = { ...(await opened()), activity: 'Un elenco:\n\n- **uno**\n- <b>due</b>' }
  const preview = await expectNothingChanged(() => post(form, { ...fields, azione: 'anteprima' }))
  expect(preview.status).toBe(200)
  expect(preview.body).toContain('<strong>uno</strong>')
  expect(preview.body).not.toContain('<b>due</b>')
  const rows = (html: string) => html.match(/name="allocations-\d+-source"/g)?.length
  const more = await post(form, { ...fields, azione: 'righe-allocations' })
  expect([rows(preview.body), rows(more.body)]).toEqual([2, 5])
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'allocations-count'))
  for (const { body: html } of [preview, more]) expect(fieldsIn(html)).toMatchObject(typed)
})

test('the live preview is a piece of page, without what people may not write', async () => {
  const {
    status,
    body: html,
    headers,
  } = await post(`${body}/anteprima`, { testo: '**uno** <script>alert(1)</script>' })
  expect(status).toBe(200)
  expect(headers['content-type']).toContain('text/html')
  expect(html).toContain('<strong>uno</strong>')
  expect(html).not.toContain('<script')
})

describe('when two people change one entry', () => {
  const conflict = async (mine: Record<string, string>, theirs: Record<string, string>) => {
    const base = await opened()
    await as(marco, () => post(form, { ...base, ...theirs }))
    return await expectNothingChanged(() => post(form, { ...base, ...mine }))
  }

  test('the second sees field by field what changed, and nothing is stored', async () => {
    const {
      status,
      text,
      body: html,
    } = await conflict({ notes: 'Le mie note.', status: 'completed' }, { notes: 'Le sue note.', planned: '31/12/2026' })
    expect(status).toBe(409)
    expect(text).toContain('Marco Prova ha salvato il')
    expect(text).toContain('Note L’avete cambiato tutti e due')
    expect(text).toMatch(
      /Data prevista L’ha cambiato solo Marco Prova\..* \[tolto: 30\/06\/2026 \] \[aggiunto: 31\/12\/2026 \]/,
    )
    expect(text).toContain('Stato L’hai cambiato solo tu.')
    expect(fieldsIn(html)).toMatchObject({ 'side-status': 'mine', 'side-planned': 'theirs', base: '0', theirs: '1' })
    expect(fieldsIn(html)['side-notes']).toBeUndefined()
  })

  test('a choice that is not made is asked for', async () => {
    const { body: html } = await conflict({ notes: 'Mie.' }, { notes: 'Sue.', planned: 'mai' })
    const { status, body: again } = await expectNothingChanged(() =>
      post(form, { ...fieldsIn(html), 'side-planned': 'mine', azione: 'risolvi' }),
    )
    expect(status).toBe(422)
    expect(again).toContain('href="#campo-side-notes"')
    expect(fieldsIn(again)).toMatchObject({ 'side-planned': 'mine' })
  })

  test('what the second chooses is saved, with the changes of both', async () => {
    const { body: html } = await conflict(
      { notes: 'Mie.', status: 'completed' },
      { notes: 'Sue.', planned: '31/12/2026' },
    )
    const { status, location } = await post(form, { ...fieldsIn(html), 'side-notes': 'mine', azione: 'risolvi' })
    expect([status, location]).toEqual([303, `${line}?esito=salvata#esito`])
    expect((await stored())?.entry).toMatchObject({ notes: 'Mie.', status: 'completed', planned: '2026-12-31' })
  })

  test('who saves while the second chooses makes another conflict', async () => {
    const { body: html } = await conflict({ notes: 'Mie.' }, { notes: 'Sue.' })
    const now = await as(marco, () => opened())
    await as(marco, () => post(form, { ...now, notes: 'Sue, di nuovo.' }))
    const chosen = { ...fieldsIn(html), 'side-notes': 'mine', azione: 'risolvi' }
    const { status, body: again, text } = await expectNothingChanged(() => post(form, chosen))
    expect(status).toBe(409)
    expect(text).toContain('Sue, di nuovo.')
    await post(form, { ...fieldsIn(again), 'side-notes': 'mine', azione: 'risolvi' })
    expect((await stored())?.entry.notes).toBe('Mie.')
  })

  test('sides that together make no sense are refused, and can be chosen again', async () => {
    const { body: html } = await conflict({ status: 'completed', completed: '01/03/2026' }, { status: 'planned' })
    const chosen = { ...fieldsIn(html), 'side-status': 'theirs', 'side-completed': 'mine', azione: 'risolvi' }
    const { status, text, body: again } = await expectNothingChanged(() => post(form, chosen))
    expect(status).toBe(422)
    expect(text).toContain('non ha una data di completamento')
    await post(form, { ...fieldsIn(again), 'side-status': 'mine', azione: 'risolvi' })
    expect((await stored())?.entry).toMatchObject({ status: 'completed', completed: '2026-03-01' })
  })
})
