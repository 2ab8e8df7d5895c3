// SPDX-License-Identifier: AGPL-3.0-or-later
// Tests that the keyboard visitor notices faults of a page, because the journey by keyboard relies on it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Keyboard, openKeyboard } from '../factories/keyboard.ts'

const html = `<!doctype html><html lang="it"><head><title>Prova</title>
<style>.bare:focus { outline: none } .cover { position: fixed; inset: auto 0 0; height: 80px; background: #fff }</style>
<main><h1>Prova</h1>
<p><a href="/">Altrove</a> <a href="/" class="bare">Senza contorno</a> <a href="/" tabindex="-1">Saltato</a></p>
<p><button>Premi</button></p>
<img src="/niente.png">
<div style="position: fixed; bottom: 20px"><button>Coperto</button></div><div class="cover">Sopra</div>
</main>`
const server = createServer((request, response) => {
  response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(html)
})
const browser = await openBrowser()
const faults: string[] = []
let keyboard: Keyboard

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  keyboard = await openKeyboard(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults)
})
beforeEach(async () => {
  await keyboard.open('/')
})
afterAll(async () => {
  await browser.close()
  server.close()
})

test('a page with faults is told, and what its console says', () => {
  expect(faults.filter((fault) => fault.includes('image-alt'))).not.toEqual([])
  expect(faults.filter((fault) => fault.includes('console'))).not.toEqual([])
})

test('what is reached and seen is no fault', async () => {
  faults.length = 0
  await keyboard.press('Premi')
  expect(faults).toEqual([])
})

test.each([
  ['Senza contorno', 'neither an outline nor a shadow'],
  ['Coperto', 'it is covered by cover'],
])('«%s» has the focus and it is not seen', async (name, why) => {
  faults.length = 0
  await keyboard.reach(keyboard.page.getByText(name), name)
  expect(faults).toEqual([expect.stringContaining(why)])
})

test('what the Tab key skips is not reached, and what is not there is told', async () => {
  await expect(keyboard.reach(keyboard.page.getByText('Saltato'), 'Saltato')).rejects.toThrow('does not reach')
  await expect(keyboard.follow('Inesistente')).rejects.toThrow('has no link «Inesistente». Its controls: a Altrove')
})
