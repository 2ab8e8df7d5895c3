// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedCatalogue, inventedEdition } from '../../../../tests/factories/edition.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { type Slug, slugOf, trienniumOf } from '../../../kernel/ids.ts'
import { readOwnSheet } from '../own-files/read-own-sheet.ts'
import { parseFile } from '../reading/parse-file.ts'

/** Bodies of a sheet: two of one association, one of nobody here. */
const bodies = [
  { name: 'Comune di Vallechiara', slug: 'vallechiara', cadastralCode: 'Z901' },
  { name: 'Comune di Montescuro', slug: 'montescuro', cadastralCode: 'Z902' },
  { name: 'Comune di Roccaperta', slug: 'roccaperta', cadastralCode: 'Z903' },
]
const sheet = [
  'Ente;Codice ente;Codice;Attività',
  ...bodies.map(({ name, cadastralCode }) => `${name};${cadastralCode};CAP1.PA.01;Attività di ${name}.`),
  'Comune di Nessuno;Z999;CAP1.PA.01;Di nessuno.',
].join('\r\n')

let site: TestSite
let ofBoth: TestBrowser
let ofOne: TestBrowser
let stranger: TestBrowser

beforeAll(async () => {
  site = await openSite({
    catalogue: inventedCatalogue,
    read: async (bytes, name) => {
      const plan = readOwnSheet(await parseFile(bytes, name))
      if (!plan) throw new Error(`${name} is not one of ours`)
      return plan
    },
    bodies: bodies.map(({ name, cadastralCode }) => ({
      administration: { name, kind: 'municipality', cadastralCode },
      plan: { triennium: trienniumOf('2025-2027'), edition: inventedEdition.id },
    })),
  })
  await site.associate('valli', site.ids.slice(0, 2))
  const joint = { kind: 'association', slug: 'valli' } as const
  const at = (slug: Slug) => ({ kind: 'administration', slug }) as const
  ofBoth = await site.enter('rtd', joint, { name: 'Rtd delle valli', email: 'rtd@valli.example' })
  ofOne = await site.enter('rtd', at(slugOf('vallechiara')), { name: 'Rtd', email: 'rtd@vallechiara.example' })
  stranger = await site.enter('rtd', at(slugOf('roccaperta')), { name: 'Altra', email: 'rtd@roccaperta.example' })
})
afterAll(() => site.close())

/** Brings the sheet in for Vallechiara and opens it for the others; the address that answers. */
async function spread(browser: TestBrowser, name: string): Promise<string> {
  const { location } = await browser.send('/enti/vallechiara/importazioni', {}, { name, bytes: `\uFEFF${sheet}` })
  const answer = await browser.post(`${location}/altri-enti`)
  expect(answer.status).toBe(303)
  await site.background.settled()
  return answer.location
}

const importsAt = async (browser: TestBrowser, slug: string) =>
  [...(await browser.get(`/enti/${slug}/importazioni`)).body.matchAll(/\/importazioni\/\d+"/g)].length

describe('a sheet of many bodies', () => {
  test('goes to no body where the sender may not import, and does not say which of them exist', async () => {
    expect(await spread(ofOne, 'uno.csv')).toContain('esito=aperte&quante=0')
    expect([await importsAt(ofBoth, 'montescuro'), await importsAt(stranger, 'roccaperta')]).toEqual([0, 0])
  })

  test('goes to the bodies where the sender may, once each, and their journals tell it', async () => {
    expect(await spread(ofBoth, 'due.csv')).toContain('esito=aperte&quante=1')
    expect(await spread(ofBoth, 'tre.csv')).toContain('esito=aperte&quante=0')
    expect([await importsAt(ofBoth, 'montescuro'), await importsAt(stranger, 'roccaperta')]).toEqual([1, 0])
    const { text } = await ofBoth.get('/enti/montescuro/registro')
    expect(text).toMatch(
      /Rtd delle valli\s.*aperto l’importazione del foglio «due\.csv», importato per l’ente vallechiara/i,
    )
    expect((await stranger.get('/enti/roccaperta/registro')).text).not.toContain('due.csv')
  })
})
