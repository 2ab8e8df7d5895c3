// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { viewerWho } from '../../../tests/factories/access.ts'
import { inventedBody, openWorklistSite, type WorklistSite } from '../../../tests/factories/worklist-site.ts'
import { nobody, type PersonId, program, type Viewer } from '../../kernel/access.ts'
import type { ActionName } from '../../main/actions.ts'

const rtdActions: readonly ActionName[] = [
  ...(['plan.read', 'plan.create', 'plan.write', 'entry.write', 'plan.submit', 'plan.review'] as const),
  ...(['plan.approve', 'plan.publish', 'import.write', 'journal.read', 'people.manage'] as const),
]

/** A viewer who may do these things in these bodies. */
const who = (
  id: string,
  actions: readonly ActionName[],
  slugs: readonly string[],
  offices: readonly string[] = [],
): Viewer => ({
  ...viewerWho(
    (action, { slug } = {}) => actions.includes(action) && (slug === undefined || slugs.includes(slug)),
    id,
    offices,
  ),
  person: { id: id as PersonId, name: `Persona ${id}`, email: `${id}@timone.example` },
})
const rtd = who('rtd', rtdActions, ['vallechiara', 'roccaperta'])
const contributor = who('tributi', ['plan.read', 'entry.write'], ['vallechiara'], ['ufficio  TRIBUTI'])

describe('the start page', () => {
  let site: WorklistSite
  beforeAll(async () => {
    site = await openWorklistSite()
    await site.addAccount(rtd)
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    await site.run(`update plan set state = 'draft'`)
    await site.run('update entry set owner_person = null, owner_office = null, to_review = false')
    await site.run('delete from part_revision')
    await site.run('update review_comment set resolved_at = now()')
    await site.run('delete from draft')
    await site.run('delete from proposal')
    await site.run('delete from import')
    // The plans are made to begin a month before the site's fixed day, independently of the machine's clock.
    await site.run(`update journal set at = '2026-02-10T10:00:00Z'`)
  })

  const linksIn = (body: string) =>
    [...body.matchAll(/class="t-row-title" href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const section = (text: string, heading: string) =>
    text
      .split(heading)
      .at(-1)
      ?.split(/Vedi tutto|Ente per ente/)[0] ?? ''
  const own = (body: number, code: string, set = `owner_person = 'rtd'`) =>
    site.run(`update entry set ${set} where administration_id = ${body} and code = '${code}'`)

  it.each([
    ['nobody', nobody],
    ['a program', program('web')],
  ])('leads %s to what everybody may read', async (_, viewer) => {
    site.become(viewer)
    const { status, location } = await site.get('/')
    expect([status, location]).toEqual([303, '/trasparenza'])
  })

  it('sends first where identity says, whatever waits', async () => {
    site.become({ ...rtd, detour: '/accesso/secondo-fattore' })
    const { status, location } = await site.get('/')
    expect([status, location]).toEqual([303, '/accesso/secondo-fattore'])
  })

  it.each(['?tipo=altro', '?pagina=0', '?pagina=x', '?ente=../x'])('refuses %s', async (query) => {
    site.become(rtd)
    expect((await site.get(`/${query}`)).status).toBe(422)
  })

  it('says to who has no role what to do, and to who has nothing to do what they can do', async () => {
    site.become(who('nuova', [], []))
    expect((await site.get('/')).text).toContain('Non hai ancora un ruolo in nessun ente')
    site.become(who('lettrice', ['plan.read'], ['vallechiara']))
    const { text } = await site.get('/')
    expect(text).toContain('Non c’è niente che ti aspetti')
    expect(text).not.toContain('CAP1.PA.01')
  })

  it('tells a contributor of the entries of their office alone, each one click from its status', async () => {
    site.become(contributor)
    const { text, body } = await site.get('/')
    expect(linksIn(body)).toEqual(['/enti/vallechiara/piano/2025-2027/linee/CAP1.PA.01/modifica#campo-status'])
    expect(text).toMatch(/In ritardo 1 .*la data del Piano nazionale è passata da 69 giorni 31\/12\/2025/)
    expect(text).not.toContain('senza responsabile')
    expect(text).not.toContain('Roccaperta')
  })

  it('tells of what is due, of both dates where they differ', async () => {
    site.become(rtd)
    await own(site.vallechiara, 'CAP4.PA.03')
    const { text, body } = await site.get('/?tipo=in-scadenza')
    expect(linksIn(body)).toEqual(['/enti/vallechiara/piano/2025-2027/linee/CAP4.PA.03/modifica#campo-status'])
    expect(text).toContain(
      'la data prevista dall’ente è fra 51 giorni; il Piano nazionale chiede il 31/12/2026 30/04/2026',
    )
  })

  it('tells of entries that nobody has touched for more than ninety days, and no more once somebody has', async () => {
    site.become(rtd)
    await own(site.roccaperta, 'CAP4.PA.01')
    await site.run(`update journal set at = '2025-12-10T10:00:00Z'`)
    expect((await site.get('/')).text).not.toContain('Schede ferme da tempo')
    await site.run(`update journal set at = '2025-12-09T10:00:00Z'`)
    expect((await site.get('/?tipo=ferme-da-tempo')).text).toContain('nessuno l’ha aggiornata da 91 giorni')
    await site.run(`insert into part_revision (administration_id, subject, revision, at, actor_id, actor_name)
      select administration_id, 'plan:' || id || '/entry:CAP4.PA.01', 1, '2026-03-01', 'person:x', 'x' from plan`)
    expect((await site.get('/')).text).not.toContain('Schede ferme da tempo')
  })

  it('lists what nobody keeps for who looks after the whole plan, what is late first', async () => {
    site.become(rtd)
    await own(site.vallechiara, 'CAP4.PA.01', `owner_office = 'Ufficio tributi'`)
    const { body, text } = await site.get('/?tipo=senza-responsabile&ente=vallechiara')
    expect(linksIn(body)).toEqual([
      '/enti/vallechiara/piano/2025-2027/linee/CAP1.PA.01/modifica#campo-ownerOffice',
      // The rule cannot tell whether it binds the body, which says that it is planned: it does.
      '/enti/vallechiara/piano/2025-2027/linee/CAP4.PA.03/modifica#campo-ownerOffice',
    ])
    expect(text).toContain('nessuno la tiene aggiornata; è in ritardo')
  })

  it.each([
    ['inReview', rtd, 'Piani da rivedere o approvare', 'è in revisione, con 1 osservazione aperta', 'approvazione'],
    ['returned', rtd, 'Piani rinviati con osservazioni', 'è stato rinviato, con 1 osservazione aperta', 'approvazione'],
    ['approved', rtd, 'Piani approvati', 'si può dichiarare esecutivo', 'approvazione'],
    ['inForce', rtd, 'Piani approvati', 'si può pubblicare', 'approvazione'],
    ['draft', rtd, 'Piani in bozza', 'controlla che cosa manca', 'completezza'],
  ] as const)('tells of a plan that is %s', async (state, viewer, heading, why, page) => {
    site.become(viewer)
    await site.run(`update plan set state = '${state}' where administration_id = ${site.vallechiara}`)
    await site.run(`insert into review_comment (administration_id, plan_id, version, markdown, author_id, author_name, at)
      select administration_id, id, 1, 'Da chiarire', 'person:x', 'x', now() from plan where administration_id = ${site.vallechiara}`)
    const { text, body } = await site.get('/?ente=vallechiara')
    expect(section(text, heading)).toContain(why)
    expect(linksIn(body)).toContain(`/enti/vallechiara/piano/2025-2027/${page}`)
  })

  it.each(['inReview', 'returned', 'approved', 'inForce', 'draft'])(
    'hides a plan that is %s from who may do nothing about it',
    async (state) => {
      site.become(contributor)
      await site.run(`update plan set state = '${state}'`)
      expect((await site.get('/')).text).not.toMatch(/Piani (da|rinv|appr|in)/)
    },
  )

  it('asks nothing of entries while their plan is in review', async () => {
    site.become(contributor)
    await site.run(`update plan set state = 'inReview'`)
    expect((await site.get('/')).text).toContain('Non c’è niente che ti aspetti')
  })

  it('tells of imports, of carried entries and of what one has not saved', async () => {
    site.become(rtd)
    await site.run(`insert into import (administration_id, filename, sha256, size, uploaded_at, actor, state, reading_since)
      values (${site.roccaperta}, 'piano vecchio.pdf', repeat('a', 64), 1, '2026-03-01', 'x', 'ready', '2026-03-01')`)
    await site.run(`insert into proposal (administration_id, import_id, id, kind, record, carries, source, confidence, warnings, decision)
      select administration_id, id, n, 'entry', '{}', '{}', '{}', 1, '{}', 'pending'
      from import, generate_series(1, 12) n`)
    await site.run('update entry set to_review = true')
    await site.run(
      `insert into draft select administration_id, 'rtd', 'plan:' || id || '/narrative:introduction', 0, '{}', '2026-03-09' from plan`,
    )
    await site.run(
      `insert into draft values (${site.vallechiara}, 'rtd', 'plan:999/entry:CAP1.PA.01', 0, '{}', '2026-03-09')`,
    )
    const { text, body } = await site.get('/')
    expect(text).toContain('12 proposte aspettano di essere accettate o scartate 01/03/2026')
    expect(text).toContain('3 schede riprese da un piano precedente')
    expect(text).toContain(
      'Il testo «Introduzione» Piano 2025-2027 Comune di Vallechiara quello che hai scritto non è ancora salvato',
    )
    expect(linksIn(body)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/enti\/roccaperta\/importazioni\/\d+$/),
        '/enti/vallechiara/piano/2025-2027/ripresa',
        expect.stringMatching(/^\/enti\/vallechiara\/piano\/2025-2027\/.*introduzione$/),
      ]),
    )
    expect(body).not.toContain('plan:999')
  })

  it('counts on top, and body by body for who follows many', async () => {
    site.become(rtd)
    const { text, body } = await site.get('/')
    expect(body).toMatch(/href="#senza-responsabile"><strong>6<\/strong>/)
    expect(text).toMatch(/Ente per ente .*Comune di Vallechiara 1 0 0 4/)
    expect((await site.get('/?ente=roccaperta')).text).not.toMatch(/Ente per ente|Comune di Vallechiara CAP/)
  })

  it('asks the database as often for two bodies as for twelve', async () => {
    site.become(rtd)
    const everythingChanged = () => site.run('select 1')
    await everythingChanged()
    const two = await site.count(() => site.get('/'))
    const slugs = []
    for (let number = 0; number < 10; number += 1) {
      await site.adopt(inventedBody(`Comune di Prova ${number}`, `X${String(number).padStart(3, '0')}`))
      slugs.push(`prova-${number}`)
    }
    site.become(who('rtd', rtdActions, ['vallechiara', 'roccaperta', ...slugs]))
    await everythingChanged()
    const twelve = await site.count(() => site.get('/'))
    expect(twelve).toBe(two)
    expect(two).toBeLessThan(16)
    const { text } = await site.get('/?tipo=senza-responsabile')
    expect(text).toContain('Schede senza responsabile 36')
  })
})
