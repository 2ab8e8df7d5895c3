// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewerWho } from '../../../tests/factories/access.ts'
import { openWorklistSite, type WorklistSite } from '../../../tests/factories/worklist-site.ts'
import { nobody, type PersonId } from '../../kernel/access.ts'
import { type Triennium, trienniumOf } from '../../kernel/ids.ts'
import { administrationEvents } from '../administrations/index.ts'
import { declareEvents, record, recordAccess } from '../audit/index.ts'
import { identityEvents } from '../identity/index.ts'
import { approvalEvents, writingEvents } from '../plans/index.ts'

const anna = { id: 'person:anna', name: 'Anna Prova' } as const
const ugo = { id: 'person:ugo', name: 'Ugo Prova' } as const
const reader = viewerWho((action, { slug } = {}) => action === 'journal.read' && slug !== 'roccaperta')
const administrator = viewerWho((action) => action === 'platform.manage', 'amministratrice')

const changed = (code: string, before: object, after: object) => ({
  triennium: trienniumOf('2025-2027'),
  part: `entry:${code}`,
  revision: 1,
  before: { ...before },
  after: { ...after },
})

describe('the journal of a body', () => {
  let site: WorklistSite
  beforeAll(async () => {
    site = await openWorklistSite()
    await site.tenants.tenant(site.vallechiara).write(async (writer) => {
      await record(
        writer,
        anna,
        writingEvents.partChanged,
        changed('CAP1.PA.01', { status: 'planned' }, { status: 'inProgress' }),
      )
      await record(
        writer,
        ugo,
        writingEvents.partChanged,
        changed('CAP4.PA.03', { activity: 'x'.repeat(60) }, { activity: '=Sì, il 100% di «tutto»;\n<b>ora</b>' }),
      )
      await record(writer, anna, approvalEvents.planMoved, {
        triennium: trienniumOf('2025-2027'),
        transition: 'approve',
        version: 1,
        before: 'inReview',
        after: 'approved',
        act: { body: 'Giunta comunale', number: '12', date: '2026-02-20', file: null },
      })
      await record(writer, ugo, approvalEvents.stepRefused, {
        triennium: trienniumOf('2025-2027'),
        transition: 'publish',
        state: 'approved',
        why: 'not-now',
      })
      await record(
        writer,
        ugo,
        writingEvents.partChanged,
        changed('CAP1.PA.01', { ownerPerson: null }, { ownerPerson: 'anna' }),
      )
    })
    await site.tenants
      .tenant(site.roccaperta)
      .write((writer) =>
        record(writer, anna, writingEvents.partChanged, changed('CAP1.PA.01', {}, { notes: 'Segreto' })),
      )
    await site.tenants.writeNational(async (writer) => {
      await recordAccess(writer, anna, identityEvents.signedIn, {
        email: 'anna@timone.example',
        method: 'password',
        from: '203.0.113.7',
      })
      await recordAccess(writer, anna, administrationEvents.roleGranted, {
        person: 'ugo' as PersonId,
        email: 'ugo@timone.example',
        grant: 1,
        role: 'referent',
        place: 'administration:vallechiara',
        startsOn: '2026-01-01',
      })
    })
    // One line on each day, so that the filter by day can be tested; in Rome the last one falls on the next day.
    await site.run(`update journal set at = '2026-02-01T10:00:00Z'::timestamptz + sequence * interval '1 day'`)
    await site.run(
      `update journal set at = '2026-02-10T23:30:00Z' where sequence = 6 and administration_id = ${site.vallechiara}`,
    )
  })
  afterAll(() => site.close())

  const lines = async (query = '') => {
    const { text, body, status } = await site.get(`/enti/vallechiara/registro${query}`)
    expect(status).toBe(200)
    return { text, told: [...body.matchAll(/<span class="t-told">([^<]+)</g)].map(([, words]) => words) }
  }

  it.each(['/enti/roccaperta/registro', '/enti/roccaperta/registro/csv', '/registro-accessi', '/registro-accessi/csv'])(
    '%s is only for who may read it',
    async (url) => {
      site.become(reader)
      expect((await site.get(url)).status).toBe(403)
      site.become(nobody)
      expect((await site.get(url)).status).toBe(303)
    },
  )

  it.each(['?tipo=altro', '?dal=ieri', '?al=2026-13-01', '?prima=0', '?scheda=pippo', `?testo=${'a'.repeat(101)}`])(
    'refuses %s',
    async (query) => {
      site.become(reader)
      expect((await site.get(`/enti/vallechiara/registro${query}`)).status).toBe(422)
    },
  )

  it('tells who did what, newest first, with what was there before and after', async () => {
    site.become(reader)
    const { told, text } = await lines()
    expect(told).toEqual([
      'Ha modificato la scheda CAP1.PA.01 del piano 2025-2027: persona che tiene aggiornata la scheda da – a Anna Prova',
      'Ha chiesto un passo del piano 2025-2027 («Approvato»), che è stato rifiutato: lo stato del piano non lo consentiva',
      'Ha registrato l’approvazione per il piano 2025-2027, versione 1: da «In revisione» a «Approvato»',
      'Ha modificato la scheda CAP4.PA.03 del piano 2025-2027: che cosa fa l’ente',
      'Ha modificato la scheda CAP1.PA.01 del piano 2025-2027: stato da Pianificata a In corso',
      'Ha caricato il piano 2025-2027 sull’edizione 2024-2026: 3 schede, 0 iniziative',
    ])
    expect(text).toMatch(/11\/02\/2026, 00:30:00 Ugo Prova/)
    expect(text).toContain('Atto Giunta comunale, n. 12 del 20/02/2026')
    expect(text).toContain('&lt;b>ora&lt;/b>')
    expect(text).not.toContain('Segreto')
  })

  it.each([
    ['?chi=person%3Aanna', 2],
    ['?tipo=passi-del-piano', 1],
    ['?parte=schede', 3],
    ['?scheda=cap1.pa.01', 2],
    ['?scheda=CAP1.PA.01&chi=person%3Augo', 1],
    ['?testo=100%25', 1],
    ['?testo=in+corso', 1],
    ['?testo=GIUNTA', 1],
    ['?testo=type', 0],
    ['?testo=_', 0],
    ['?dal=2026-02-04&al=2026-02-05', 2],
    ['?dal=11/02/2026', 1],
    ['?al=2026-02-10&dal=2026-02-07', 0],
    ['?prima=3', 2],
  ])('%s finds %i lines', async (query, count) => {
    site.become(reader)
    expect((await lines(query)).told).toHaveLength(count)
  })

  it('goes on to older lines, page by page, losing none', async () => {
    await site.tenants.tenant(site.vallechiara).write(async (writer) => {
      for (let number = 0; number < 120; number += 1)
        await record(writer, ugo, writingEvents.partChanged, changed('CAP4.PA.01', {}, { notes: `n. ${number}` }))
    })
    site.become(reader)
    const seen = new Set<string>()
    let url: string | undefined = '/enti/vallechiara/registro?scheda=CAP4.PA.01'
    let pages = 0
    while (url) {
      const { body } = await site.get(url)
      for (const [, number = ''] of body.matchAll(/Dettagli della riga (?:<!-- -->)?(\d+)/g)) seen.add(number)
      url = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      pages += 1
    }
    expect([seen.size, pages]).toEqual([120, 3])
  })

  it('comes as a file, its cells guarded against formulas', async () => {
    site.become(reader)
    const { body, type } = await site.get('/enti/vallechiara/registro/csv?scheda=CAP4.PA.03')
    expect(type).toBe('text/csv; charset=utf-8')
    expect(body).toMatch(/^\uFEFFRiga;Quando/)
    expect(body).toContain('Ugo Prova;Ha modificato la scheda')
    expect(body).toMatch(/;[0-9a-f]{64};"\{/)
    expect(body.split('\r\n')).toHaveLength(3)
    await site.tenants.tenant(site.vallechiara).write((writer) =>
      record(writer, { id: 'person:x', name: '=1+1' }, approvalEvents.commentResolved, {
        triennium: trienniumOf('2025-2027'),
        comment: 1,
      }),
    )
    const guarded = await site.get('/enti/vallechiara/registro/csv?tipo=osservazioni-chiuse')
    expect(guarded.body).toContain(";'=1+1;Ha chiuso")
  })

  it('a line of a kind that nobody declares is shown, and said to be unknown', async () => {
    const { fromLater } = declareEvents<{ readonly fromLater: { readonly triennium: Triennium } }>({
      fromLater: { label: 'Da dopo', words: () => ({ summary: 'mai' }) },
    })
    await site.tenants
      .tenant(site.vallechiara)
      .write((writer) => record(writer, ugo, fromLater, { triennium: trienniumOf('2025-2027') }))
    site.become(reader)
    expect((await lines()).told[0]).toBe(
      'Ha fatto qualcosa che questa versione di Timone non sa raccontare («fromLater»)',
    )
  })

  it('a record of a kind that nobody declares, and a value that its field does not take any more, are told as they are', async () => {
    await site.tenants.tenant(site.vallechiara).write(async (writer) => {
      await record(writer, ugo, writingEvents.partChanged, {
        ...changed('', { colour: null }, { colour: 'verde' }),
        part: 'novelty:3',
      })
      await record(
        writer,
        ugo,
        writingEvents.partChanged,
        changed('CAP1.PA.01', { status: 'begun' }, { status: 'planned' }),
      )
    })
    site.become(reader)
    expect((await lines()).told.slice(0, 2)).toEqual([
      'Ha modificato la scheda CAP1.PA.01 del piano 2025-2027: stato da begun a Pianificata',
      'Ha modificato una parte che questa versione di Timone non conosce («novelty:3») del piano 2025-2027: colour da – a verde',
    ])
  })

  it('the access journal tells of sign-ins and roles to who keeps the platform', async () => {
    site.become(administrator)
    const { text } = await site.get('/registro-accessi')
    expect(text).toContain('È entrato come anna@timone.example, con la password')
    expect(text).toContain(
      'Ha attribuito a ugo@timone.example il ruolo «Referente dell’ente» su l’ente vallechiara, dal 01/01/2026',
    )
    expect((await site.get('/registro-accessi?tipo=accessi')).text).not.toContain('Ha attribuito')
    expect((await site.get('/registro-accessi/csv')).body.split('\r\n')).toHaveLength(4)
    expect((await site.get('/enti/vallechiara/registro')).status).toBe(403)
  })
})
