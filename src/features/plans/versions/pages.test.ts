// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../../../tests/databases.ts'
import { viewerWho } from '../../../../tests/factories/access.ts'
import {
  actPdf,
  openApprovalSite,
  openWorkshop,
  triennium,
  type Workshop,
} from '../../../../tests/factories/approval-site.ts'
import { inventedEdition } from '../../../../tests/factories/edition.ts'
import { trienniumOf } from '../../../kernel/ids.ts'

describe.each(engines)('the versions of a plan on the $name database', ({ open }) => {
  let site: Workshop
  let versions: string
  beforeAll(async () => {
    site = await openWorkshop(await openApprovalSite(await open()))
    versions = site.page.replace('approvazione', 'versioni')
    await site.advance('published')
    await site.move({ transition: 'revise', reason: 'Cambia una linea.' })
    const { plan } = site.profile
    const [first, ...others] = plan.entries ?? []
    await site.adopt({
      ...site.profile,
      plan: {
        ...plan,
        narrative: { ...plan.narrative, introduction: 'Il Comune rinnova i suoi sportelli <b>.' },
        entries: [
          { ...first, code: 'CAP1.PA.01', status: 'completed' },
          ...others,
          { code: 'CAP1.PA.02', notes: 'Nuova.' },
        ],
      },
    })
  })
  afterAll(() => site.close())

  test.each([
    '/9/documenti/pdf',
    '/1/documenti/exe',
    '/1/documenti/csv?layout=tables',
    '/9/atto',
    '/confronto?da=1&a=9',
    '/confronto?da=2023-2025:1&a=1',
    '/confronto/xlsx?da=1&a=bozza',
  ])('%s is not there', async (address) => {
    expect((await site.get(`${versions}${address}`)).status).toBe(404)
  })

  test('a comparison of what is no version is refused, saying how one is named', async () => {
    for (const query of ['da=1', 'da=ultima&a=1', 'da=1&a=../2']) {
      expect((await site.get(`${versions}/confronto?${query}`)).status).toBe(422)
    }
    expect((await site.get(`${versions}/confronto?da=prima&a=1`)).text).toContain('bozza')
  })

  test('are for who may read the plan alone', async () => {
    site.become(viewerWho(() => false))
    for (const address of [
      '',
      '/1/documenti/json',
      '/1/atto',
      '/confronto?da=1&a=bozza',
      '/confronto/html?da=1&a=bozza',
    ]) {
      expect((await site.get(`${versions}${address}`)).status).toBe(403)
    }
    site.become(viewerWho())
  })

  test('are listed with their act, hash, dates and documents, beside the plan being written', async () => {
    const { text, body } = await site.get(versions)
    const [version] = await site.versions()
    expect(text).toContain('Sta per diventare la versione 2: ora è in bozza.')
    expect(text).toContain('Giunta comunale, n. 12 del 10/03/2090')
    expect(text).toContain(version?.sha256)
    expect(text).toContain('9 documenti')
    expect(body).toContain('documenti/pdf?layout=tables')
  })

  test('give back what was stored, byte for byte', async () => {
    const { sheet } = site.versionReader
    const documents = (await sheet(site.where.slug, triennium))?.versions[0]?.documents ?? []
    expect(documents.map(({ format, layout }) => `${format} ${layout}`).sort()).toEqual([
      ...['csv fiches', 'docx fiches', 'html fiches', 'ics fiches', 'json fiches', 'odt fiches'],
      ...['pdf fiches', 'pdf tables', 'xlsx fiches'],
    ])
    for (const { format, layout, sha256, size } of documents) {
      const bytes = (await site.get(`${versions}/1/documenti/${format}?layout=${layout}`)).bytes
      expect(bytes.length).toBe(size)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    const json = (await site.get(`${versions}/1/documenti/json`)).bytes
    expect(createHash('sha256').update(json).digest('hex')).toBe((await site.versions())[0]?.sha256)
    expect((await site.get(`${versions}/1/atto`)).bytes).toEqual(actPdf)
    expect((await site.get(`${versions}/1/documenti/html`)).body).toContain(
      'Giunta comunale, atto n. 12 del 10 marzo 2090',
    )
  })

  test('cannot be changed nor taken away by the application itself', async () => {
    const attempts = [
      ['plan_version', { content: '{}' }],
      ['plan_version', { act_number: '13' }],
      ['version_document', { sha256: 'a' }],
      ['version_document', { bytes: Buffer.from('x') }],
      ['attachment', { filename: 'altro.pdf' }],
      ['journal', { actor_name: 'Nessuno' }],
    ] as const
    for (const [table, change] of attempts) {
      await expect(
        site.tenant.write((writer) => writer.db.updateTable(table).set(change).execute()),
        `${table} ${Object.keys(change).join(' ')}`,
      ).rejects.toThrow(/permission denied/)
    }
    for (const table of ['plan_version', 'version_document', 'attachment', 'journal', 'part_revision'] as const) {
      await expect(site.tenant.write((writer) => writer.db.deleteFrom(table).execute())).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  test('are compared on a page: how much, then word by word', async () => {
    const { status, body, text } = await site.get(`${versions}/confronto?da=1&a=bozza`)
    expect(status).toBe(200)
    expect(text).toContain('Da «Versione 1» a «Bozza»')
    expect(body).toMatch(/<del[^>]*>(<span[^>]*>[^<]*<\/span>)?\s*digitalizza/)
    expect(body).toMatch(/<ins[^>]*>(<span[^>]*>[^<]*<\/span>)?\s*rinnova/)
    expect(body).not.toContain('sportelli <b>')
    expect(text).toMatch(/2 parti modificate 1 parte aggiunta 0 parti tolte/)
    const chapter = await site.get(`${versions}/confronto?da=1&a=bozza&parte=capitolo-1`)
    expect(chapter.text).toContain('CAP1.PA.02')
    expect(chapter.text).not.toContain('rinnova')
    expect((await site.get(`${versions}/confronto?da=1&a=1`)).text).toContain('Il contenuto è lo stesso')
  })

  test('are compared in a document, and with a plan of another triennium', async () => {
    const { status, headers, body, text } = await site.get(`${versions}/confronto/html?da=1&a=bozza`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`raffronto-${site.where.slug}-2025-2027-1-bozza.html`)
    expect(text).toContain('Quadro di raffronto')
    expect(body).toContain('<strong>rinnova</strong>')
    const plan = { triennium: trienniumOf('2024-2026'), edition: inventedEdition.id }
    await site.adopt({ ...site.profile, plan })
    const other = await site.get(`${versions}/confronto?da=2024-2026:bozza&a=1`)
    expect(other.text).toContain('Da «Piano 2024-2026, bozza» a «Versione 1»')
    expect(other.text).toContain('[tolto: 2024-2026 ] [aggiunto: 2025-2027 ]')
  })
})
