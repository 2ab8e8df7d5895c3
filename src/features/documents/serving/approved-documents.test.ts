// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApprovalSite, openWorkshop, type Workshop } from '../../../../tests/factories/approval-site.ts'

let site: Workshop
let documents: string
beforeAll(async () => {
  site = await openWorkshop(await openApprovalSite())
  documents = site.page.replace('approvazione', 'documenti')
})
afterAll(() => site.close())

/** The addresses of the downloads, in the order in which a person meets them. */
const downloads = (body: string) => [...body.matchAll(/<a href="([^"]+)" download/g)].map(([, href = '']) => href)

test('a plan that nobody approved has drafts alone, which say so', async () => {
  const { body, text } = await site.get(documents)
  expect(body).not.toContain('Documenti approvati')
  expect(text).toContain('Bozza di lavoro Il piano com’è adesso: non è ancora approvato.')
  expect(downloads(body).every((href) => href.startsWith(`${documents}/`))).toBe(true)
  const html = await site.get(`${documents}/html`)
  expect(html.headers['content-disposition']).toMatch(/-bozza\.html"$/)
  expect(html.text).toContain('BOZZA')
})

test('a plan in review is a draft still', async () => {
  await site.advance('inReview')
  expect((await site.get(`${documents}/html`)).text).toContain('BOZZA')
  await site.move({ transition: 'withdraw' })
})

test('what was approved comes first, as it was frozen; the plan as it is now follows, as a draft', async () => {
  await site.advance('published')
  const { body, text } = await site.get(documents)
  expect(text).toMatch(/Documenti approvati .*Versione 1 Pubblicato.*Giunta comunale.*Bozza di lavoro/)
  expect(text).toContain('quello che è cambiato dopo l’approvazione della versione 1: non è il piano approvato')
  const frozen = downloads(body).filter((href) => href.includes('/versioni/1/'))
  expect(frozen).toHaveLength(9)
  expect(downloads(body).slice(0, frozen.length)).toEqual(frozen)
  const [html = ''] = frozen.filter((href) => href.endsWith('/html'))
  const approved = await site.get(html)
  expect(approved.headers['content-disposition']).toMatch(/-v1\.html"$/)
  expect(approved.text).not.toContain('BOZZA')
  expect((await site.get(`${documents}/html`)).text).toContain('BOZZA')
})

test('data that are read back are the same in a draft, and their file says it in its name', async () => {
  const [frozen] = await site.versions()
  const draft = await site.get(`${documents}/json`)
  expect(draft.body).toBe((await site.get(`${site.page.replace('approvazione', 'versioni')}/1/documenti/json`)).body)
  expect(draft.headers['content-disposition']).toMatch(/-bozza\.json"$/)
  expect(frozen?.state).toBe('published')
})

test('while the next version is written, the one in force stays first', async () => {
  await site.move({ transition: 'revise', reason: 'Cambia una linea.' })
  const { text } = await site.get(documents)
  expect(text).toMatch(/Versione 1 Pubblicato.*Bozza di lavoro/)
})
