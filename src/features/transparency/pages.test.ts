// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../../tests/databases.ts'
import { openPublishedSite, type PublishedSite } from '../../../tests/factories/published-site.ts'

const plan = '/trasparenza/vallechiara/2025-2027'

describe.each(engines)('what is published, on the $name engine', ({ open }) => {
  let site: PublishedSite
  beforeAll(async () => {
    site = await openPublishedSite(await open())
  })
  afterAll(() => site.close())

  const get = (url: string, headers = {}) => site.server.inject({ url, headers })
  const text = async (url: string) => (await get(url)).body

  test.each([
    ['a body that only writes', '/trasparenza/pietrascura'],
    ['its plan', '/trasparenza/pietrascura/2025-2027'],
    ['a body whose version is in force and not published', '/trasparenza/roccaperta'],
    ['that version', '/trasparenza/roccaperta/2025-2027'],
    ['that version by its number', '/trasparenza/roccaperta/2025-2027/versioni/1'],
    ['its history', '/trasparenza/roccaperta/2025-2027/versioni'],
    ['a document of it', '/trasparenza/roccaperta/2025-2027/versioni/1/pdf'],
    ['its data', '/trasparenza/roccaperta/2025-2027/dati.json'],
    ['its frame', '/trasparenza/roccaperta/2025-2027/incorpora'],
    ['a version that is approved alone', `${plan}/versioni/3`],
    ['a document of it', `${plan}/versioni/3/pdf`],
    ['a version that there is not', `${plan}/versioni/9`],
    ['a number that is none', `${plan}/versioni/0x2`],
    ['a format that there is not', `${plan}/versioni/2/exe`],
    ['a document that there is not', `${plan}/versioni/2/docx`],
    ['a layout that there is not', `${plan}/versioni/2/csv?layout=tables`],
    ['a triennium without plan', '/trasparenza/vallechiara/2022-2024'],
    ['a body that there is not', '/trasparenza/nessuno'],
    ['an association of which nobody published', '/trasparenza/gestioni-associate/dei-monti'],
    ['an association that there is not', '/trasparenza/gestioni-associate/nessuna'],
  ])('is not %s: 404', async (_, url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(body).not.toContain('segreto')
  })

  test.each([
    '/trasparenza',
    '/trasparenza?nome=rocca',
    '/trasparenza/vallechiara',
    '/trasparenza/gestioni-associate/delle-valli',
    plan,
    `${plan}/versioni`,
    `${plan}/versioni/1`,
    `${plan}/incorpora`,
    `${plan}/dati.json`,
    '/sitemap.xml',
    '/robots.txt',
  ])('tells nothing of what is not: %s', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/segreto|Roccaperta<|pietrascura|versioni\/3/i)
  })

  test('the database itself gives the public role nothing else', async () => {
    const rows = await site.tenants.readPublished(({ db }) =>
      db.selectFrom('plan_version').select(['administration_id', 'number', 'state', 'content']).execute(),
    )
    expect(rows.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual([
      '1 published',
      '1 superseded',
      '2 published',
    ])
    expect(JSON.stringify(rows)).not.toContain('segreto')
    const documents = await site.tenants.readPublished(({ db }) =>
      db.selectFrom('version_document').select(['administration_id', 'number']).distinct().execute(),
    )
    expect(documents).toHaveLength(3)
    expect(documents).not.toContainEqual({ administration_id: site.bodies.roccaperta, number: 1 })
  })

  test.each(['plan', 'entry', 'narrative', 'initiative', 'journal', 'attachment', 'review_comment', 'person', 'draft'])(
    'the public role may not read %s',
    async (table) => {
      const read = site.tenants.readPublished(({ db }) => db.selectFrom(sql.table(table).as('t')).selectAll().execute())
      await expect(read).rejects.toThrow(/permission denied/)
    },
  )

  test('the list finds by name and province, and refuses a province of nobody who published', async () => {
    expect(await text('/trasparenza')).toMatch(/Comune di Monteluna[\s\S]*Comune di Vallechiara/)
    expect(await text('/trasparenza?nome=VALLE')).not.toContain('Comune di Monteluna')
    expect(await text('/trasparenza?nome=zzz')).toContain('Nessun ente che ha pubblicato')
    expect(await text('/trasparenza?provincia=Valmonte')).toContain('2 enti su 2')
    expect((await get('/trasparenza?provincia=Altrove')).statusCode).toBe(422)
  })

  test('the plan is the version in force: its act, dates, hash, documents, lines', async () => {
    const { body } = await get(plan)
    for (const words of [
      'Giunta comunale, n. 42 del 12 febbraio 2026',
      '25 febbraio 2026',
      'bussola',
      'Sportello in piazza',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).toContain('<dt>Pubblicato il</dt><dd>25 gennaio 2026</dd>')
    expect(body).toContain(`<link rel="canonical" href="${plan}"/>`)
    expect(body).toContain('<meta name="description" content="Comune di Vallechiara')
    expect(body).toContain('id="CAP1.PA.01"')
    expect(body).not.toContain('noindex')
    expect(body).not.toContain('lanterna')
  })

  test('a superseded version says so, and leads to the one in force', async () => {
    const { body } = await get(`${plan}/versioni/1`)
    expect(body).toContain('Questa versione è superata')
    expect(body).toContain(`<a href="${plan}">Leggi la versione 2, in vigore</a>`)
    expect(body).toContain(`<link rel="canonical" href="${plan}/versioni/1"/>`)
    expect(await text(`${plan}/versioni`)).toMatch(/Versione 2[\s\S]*Pubblicato[\s\S]*Versione 1[\s\S]*Superato/)
  })

  test('documents come byte for byte, as attachments, and once', async () => {
    const response = await get(`${plan}/versioni/2/pdf?layout=tables`)
    expect(response.body).toBe('pdf a tabelle, versione 2')
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="piano-2025-2027-v2-tables.pdf"',
      'cache-control': 'public, max-age=300',
      etag: `"${createHash('sha256').update(response.rawPayload).digest('hex')}"`,
    })
    const again = await get(`${plan}/versioni/2/pdf?layout=tables`, { 'if-none-match': String(response.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  test('the data of the version in force hash to what its page says', async () => {
    const { rawPayload, headers } = await get(`${plan}/dati.json`)
    const hash = createHash('sha256').update(rawPayload).digest('hex')
    expect(headers.etag).toBe(`"${hash}"`)
    expect(headers['content-type']).toContain('application/json')
    expect(await text(plan)).toContain(hash)
  })

  test('an association shows the plans of its members that have published, with how far they are', async () => {
    const body = await text('/trasparenza/gestioni-associate/delle-valli')
    expect(body).toContain('1 su 2 enti che ne fanno parte hanno')
    expect(body).toContain(`href="${plan}"`)
    expect(body).toMatch(/aria-label="Linee completate: 1 su \d+"/)
  })

  test('the frame may be shown by other sites, bare; other pages may not', async () => {
    const { headers, body } = await get(`${plan}/incorpora`)
    expect(headers['content-security-policy']).toContain('frame-ancestors *')
    expect(headers['x-frame-options']).toBeUndefined()
    expect(body).toContain('<base target="_top"/>')
    expect(body).not.toMatch(/<header|<footer|<form/)
    expect((await get(plan)).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test('the text to copy names the site as it is reached, and escapes', async () => {
    const { body } = await get('/trasparenza/vallechiara', { host: 'timone.comune.example' })
    expect(body).toContain(
      '&lt;iframe src=&quot;http://timone.comune.example/trasparenza/vallechiara/2025-2027/incorpora&quot;',
    )
  })

  test('search engines learn the public pages alone', async () => {
    const robots = await text('/robots.txt')
    expect(robots).toMatch(/Allow: \/trasparenza\n[\s\S]*Disallow: \/\n/)
    const addresses = [...(await text('/sitemap.xml')).matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    )
    expect(addresses).toEqual([
      '/trasparenza',
      '/trasparenza/gestioni-associate/delle-valli',
      '/trasparenza/monteluna',
      '/trasparenza/vallechiara',
      '/trasparenza/monteluna/2025-2027',
      plan,
    ])
    for (const address of addresses) expect((await get(String(address))).statusCode).toBe(200)
  })

  test('pages are the same for everybody, kept by caches, and not sent twice', async () => {
    const { headers } = await get(plan)
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(headers['set-cookie']).toBeUndefined()
    expect((await get(plan, { 'if-none-match': headers.etag })).statusCode).toBe(304)
  })

  test('no markup of theirs passes', async () => {
    const body = await text('/trasparenza/monteluna/2025-2027')
    expect(body).toContain('&lt;script>alert(1)')
    expect(body).not.toMatch(/<script|<img src=x|href="javascript/)
  })

  test('a version that takes over is seen at once, and its content is read anew', async () => {
    const content = await text(`${plan}/versioni/1`)
    expect(content).toContain('lanterna')
    await site.tenants.tenant(site.bodies.vallechiara).write(async ({ db, administration }) => {
      const mark = (number: number, change: object) =>
        db
          .updateTable('plan_version')
          .set(change)
          .where('administration_id', '=', administration)
          .where('number', '=', number)
          .execute()
      await mark(2, { state: 'superseded', superseded_at: new Date('2026-04-09T08:00:00Z') })
      await mark(3, { state: 'published', published_at: new Date('2026-04-09T08:00:00Z'), in_force_on: '2026-04-08' })
    })
    expect(await text(plan)).toContain('segreto-approvato')
    expect(await text(`${plan}/versioni/2`)).toContain('Questa versione è superata')
  })
})
