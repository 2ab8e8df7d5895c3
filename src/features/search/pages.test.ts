// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../../tests/databases.ts'
import { viewerWho } from '../../../tests/factories/access.ts'
import { openPublishedSite, type PublishedSite } from '../../../tests/factories/published-site.ts'
import { nobody, type Viewer } from '../../kernel/access.ts'

const reads = (...slugs: string[]) =>
  viewerWho((action, place) => action === 'plan.read' && (place?.slug === undefined || slugs.includes(place.slug)))

describe.each(engines)('the search, on the $name engine', ({ open }) => {
  let site: PublishedSite
  let viewer: Viewer = nobody
  beforeAll(async () => {
    site = await openPublishedSite(await open(), () => viewer)
    await site.tenants.tenant(site.bodies.vallechiara).write(async ({ db, administration }) => {
      const plan = await db
        .selectFrom('plan')
        .select('id')
        .where('administration_id', '=', administration)
        .executeTakeFirstOrThrow()
      const by = { actor_id: 'program:test', actor_name: 'Prova' }
      const sha256 = 'a'.repeat(64)
      await db
        .insertInto('attachment')
        .values({
          administration_id: administration,
          sha256,
          filename: 'verbale-rilevazione.pdf',
          media_type: 'application/pdf',
          size: 1,
          bytes: Buffer.from('x'),
          uploaded_at: new Date(),
          ...by,
        })
        .execute()
      await db
        .insertInto('review_comment')
        .values({
          administration_id: administration,
          plan_id: plan.id,
          version: 3,
          part: 'entry:CAP1.PA.01',
          field: null,
          markdown: 'Precisare il **fornitore**.',
          author_id: 'person:a',
          author_name: 'Anna',
          at: new Date(),
          resolved_at: null,
          resolved_by: null,
        })
        .execute()
    })
  })
  afterAll(() => site.close())

  const ask = (query: Record<string, string>, who: Viewer = nobody) => {
    viewer = who
    return site.server.inject({ url: '/cerca', query })
  }
  /** The titles of the results, and the text of the whole page. */
  const find = async (q: string, who?: Viewer, more: Record<string, string> = {}) => {
    const { statusCode, body } = await ask({ q, ...more }, who)
    expect(statusCode).toBe(200)
    const links = [...body.matchAll(/class="t-row-title" href="([^"]*)">([^<]*)</g)].map(
      ([, href, title]) => `${title} ${href}`,
    )
    return { body, links }
  }

  test.each(['segreto', 'segreto-scritto', 'segreto-bozza', 'segreto-approvato', 'segreto-esecutivo', 'lanterna'])(
    'whoever did not sign in finds nothing that is not published: %s',
    async (q) => expect((await find(q)).links).toEqual([]),
  )

  test('a reader of one body finds nothing of another', async () => {
    const { links } = await find('segreto', reads('vallechiara'))
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !link.includes('/enti/vallechiara/'))).toEqual([])
    const other = await find('segreto', reads('roccaperta'))
    expect(other.links.filter((link) => !link.includes('/enti/roccaperta/'))).toEqual([])
    expect(other.body).not.toMatch(/segreto-(scritto|bozza|approvato)/)
  })

  test('a body that one may not read cannot be chosen', async () => {
    const { statusCode, body } = await ask({ q: 'segreto', ente: 'pietrascura' }, reads('vallechiara'))
    expect(statusCode).toBe(422)
    expect(body).not.toContain('segreto-bozza')
  })

  test('the database itself hides the parts of others', async () => {
    const { tenants, bodies: ids } = site
    const bodies = await tenants
      .tenant(ids.vallechiara)
      .read(({ db }) => db.selectFrom('search_part').select('administration_id').distinct().execute())
    expect(bodies).toEqual([{ administration_id: ids.vallechiara }])
    await expect(tenants.readPublished(({ db }) => db.selectFrom('search_part').selectAll().execute())).rejects.toThrow(
      /permission denied/,
    )
    const published = await tenants.readPublished(({ db }) =>
      db.selectFrom('published_part').select(['body']).execute(),
    )
    expect(JSON.stringify(published)).not.toMatch(/segreto|lanterna/)
  })

  test.each([
    ['q', { q: 'x'.repeat(201) }],
    ['tipo', { q: 'x', tipo: 'tutto' }],
    ['ente', { q: 'x', ente: 'nessuno' }],
    ['pagina', { q: 'x', pagina: '0' }],
  ])('refuses a wrong %s', async (name, query) => {
    const { statusCode, body } = await ask(query)
    expect(statusCode).toBe(422)
    expect(body).toContain(`parametro «${name}»`)
  })

  test.each([
    "'",
    '"',
    '"a',
    '-',
    '--x',
    ':*',
    '&|!()',
    '\\',
    '%',
    '<b>',
    '\u0000',
    '\u0002a\u0003',
    '😀',
    'a'.repeat(200),
  ])('takes any text: %j', async (q) => expect((await ask({ q })).statusCode).toBe(200))

  test('nothing to look for gives help, no word gives advice', async () => {
    expect((await find('')).body).toContain('Come si cerca')
    expect((await find('il della')).body).toContain('solo articoli')
    expect((await find('zzzz')).body).toContain('Nessun risultato con tutte queste parole')
  })

  test('a code leads to its national line first, then to what plans say of it', async () => {
    for (const q of ['CAP1.PA.01', 'cap 1 pa 1']) {
      const { links } = await find(q, reads('vallechiara', 'roccaperta'))
      expect(links[0]).toMatch(/^CAP1.PA.01 – .* \/edizioni\/2024-2026-update-2026\/linee\/CAP1.PA.01$/)
      expect(links.filter((link) => link.endsWith('/enti/vallechiara/piano/2025-2027/linee/CAP1.PA.01'))).toHaveLength(
        1,
      )
    }
  })

  test('whoever did not sign in finds what is published, at its very place', async () => {
    const { links } = await find('bussola')
    expect(links).toContainEqual(expect.stringContaining('/trasparenza/vallechiara/2025-2027#CAP1.PA.01'))
    expect(links).toContain('Introduzione /trasparenza/vallechiara/2025-2027#introduzione')
    expect(links).toContain('Sportello in piazza /trasparenza/vallechiara/2025-2027#iniziativa-1')
    expect((await find('giunta 42')).links).toContainEqual(expect.stringContaining('#atto'))
  })

  test.each([
    ['plural and singular', 'postazioni'],
    ['accents as apostrophes', "verra'"],
    ['capitals', 'SPORTELLO'],
    ['a phrase', '«sportello in piazza»'],
  ])('Italian words are found: %s', async (_, q) => expect((await find(q)).links.length).toBeGreaterThan(0))

  test('a phrase out of order and a word that is not wanted exclude', async () => {
    expect((await find('"piazza sportello"')).links).toEqual([])
    expect((await find('bussola -postazione')).links.length).toBe((await find('bussola')).links.length - 1)
  })

  test('names of files, acts and comments are found by who may read the plan', async () => {
    const who = reads('vallechiara')
    const href = '/enti/vallechiara'
    expect((await find('verbale rilevazione', who)).links).toEqual([
      `verbale-rilevazione.pdf ${href}/allegati/${'a'.repeat(64)}`,
    ])
    expect((await find('fornitore', who, { tipo: 'osservazioni' })).links).toEqual([
      `Osservazione di revisione ${href}/piano/2025-2027/approvazione#osservazione-1`,
    ])
    expect((await find('giunta 43', who)).links).toEqual([
      `Versione 3: Giunta comunale n. 43 del 12/03/2026 ${href}/piano/2025-2027/versioni`,
    ])
    expect((await find('indirizzo', who, { tipo: 'prove' })).links).toEqual([
      `Delibera di indirizzo ${href}/piano/2025-2027/linee/CAP1.PA.01`,
    ])
  })

  test('what changes is found as it is now', async () => {
    const who = reads('vallechiara')
    const write = (activity: string) =>
      site.tenants
        .tenant(site.bodies.vallechiara)
        .write(({ db, administration }) =>
          db
            .updateTable('entry')
            .set({ activity })
            .where('administration_id', '=', administration)
            .where('code', '=', 'CAP3.PA.02')
            .execute(),
        )
    await write('Il sito ha un **mulino** nuovo.')
    const { links, body } = await find('mulini', who)
    expect(links).toHaveLength(1)
    expect(body).toContain('Il sito ha un <mark>mulino</mark> nuovo.')
    await write('Il sito è stato rifatto.')
    expect((await find('mulini', who)).links).toEqual([])
  })

  test('a version that is superseded is found no more, the one that takes over is', async () => {
    const { tenants, bodies: ids } = site
    const mark = (number: number, state: string) =>
      tenants
        .tenant(ids.vallechiara)
        .write(({ db, administration }) =>
          db
            .updateTable('plan_version')
            .set({ state, published_at: new Date() })
            .where('administration_id', '=', administration)
            .where('number', '=', number)
            .execute(),
        )
    await mark(2, 'superseded')
    await mark(3, 'published')
    expect((await find('bussola')).links).toEqual([])
    expect((await find('segreto-approvato')).links.length).toBeGreaterThan(0)
    await mark(3, 'superseded')
    await mark(2, 'published')
  })

  test('no markup of theirs passes, in excerpts either', async () => {
    const { body } = await find('alert')
    expect(body).toContain('&lt;script <mark>alert</mark>(1)')
    expect(body).not.toMatch(/<script(?! type="module" src="[^"]*\/timone\.js"><\/script>)|<img src=x/)
    expect((await find('"><script>alert(1)</script>')).body).not.toMatch(
      /<script(?! type="module" src="[^"]*\/timone\.js"><\/script>)/,
    )
  })

  test('one kind comes page by page, and a page past the last leads back', async () => {
    const { body, links } = await find('piano', undefined, { tipo: 'linee-nazionali' })
    expect(links).toHaveLength(20)
    const [, pages] = /Pagina 1 di (\d+)/.exec(body) ?? []
    expect(Number(pages)).toBeGreaterThan(1)
    const second = await find('piano', undefined, { tipo: 'linee-nazionali', pagina: '2' })
    expect(second.links.filter((link) => links.includes(link))).toEqual([])
    expect((await find('piano', undefined, { tipo: 'linee-nazionali', pagina: '99' })).body).toContain(
      'Torna alla prima pagina',
    )
  })

  test('the page of a national line leads to the plans that one may read', async () => {
    viewer = nobody
    const url = '/edizioni/2024-2026/linee/CAP1.PA.01'
    const { body } = await site.server.inject({ url })
    expect(body).toContain('/trasparenza/vallechiara/2025-2027#CAP1.PA.01')
    expect(body).not.toMatch(/\/enti\/|pietrascura|roccaperta/)
    viewer = reads('pietrascura')
    expect((await site.server.inject({ url })).body).toContain('/enti/pietrascura/piano/2025-2027/linee/CAP1.PA.01')
    expect((await site.server.inject({ url: '/edizioni/2024-2026/linee/CAP9.PA.99' })).statusCode).toBe(404)
    expect((await site.server.inject({ url: '/edizioni/1999/linee/CAP1.PA.01' })).statusCode).toBe(404)
  })
})
