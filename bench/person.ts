// SPDX-License-Identifier: AGPL-3.0-or-later
import { readForms } from '../tests/factories/read-form.ts'

/** An answer that a person waited for. */
export type Click = { readonly milliseconds: number; readonly bytes: number; readonly status: number }

/** Where people work. */
export type Workplace = {
  readonly address: string
  /** The addresses of the plans. */
  readonly plans: readonly string[]
  /** The lines of every plan. */
  readonly codes: readonly string[]
  /** Milliseconds that a person reads between two clicks, on average. */
  readonly thinking: number
}

/** One person at work until the end. The same number does the same things every time. */
export async function live(
  { address, plans, codes, thinking }: Workplace,
  cookie: string,
  n: number,
  end: number,
): Promise<Click[]> {
  const clicks: Click[] = []
  const ask = async (path: string, body?: URLSearchParams): Promise<string> => {
    const began = performance.now()
    const response = await fetch(address + path, {
      headers: { cookie, ...(body && { 'sec-fetch-site': 'same-origin' }) },
      redirect: 'manual',
      ...(body && { method: 'POST', body }),
    })
    const html = await response.text()
    clicks.push({ milliseconds: performance.now() - began, bytes: html.length, status: response.status })
    return html
  }
  // People do not begin at the same moment, and each has their own pace; the sequence is the same every time.
  let seed = (n + 1) * 15_485_863
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const pause = () => new Promise((done) => setTimeout(done, chance() * 2 * thinking))
  for (let turn = 0; performance.now() < end; turn += 1) {
    await pause()
    const plan = plans[Math.floor(chance() * plans.length)] ?? ''
    const line = codes[Math.floor(chance() * codes.length)]
    const what = chance()
    if (what < 0.2) await ask('/')
    else if (what < 0.45) await ask(plan)
    else if (what < 0.75) await ask(`${plan}/linee/${line}`)
    else if (what < 0.85) await ask(`/cerca?q=${encodeURIComponent('identità digitale')}`)
    else {
      const form = readForms(await ask(`${plan}/linee/${line}/modifica`)).find(({ fields }) => 'base' in fields)
      await pause()
      if (!form) continue
      form.body.set('azione', 'salva')
      form.body.set('notes', `Aggiornamento ${n}.${turn}`)
      await ask(`${plan}/linee/${line}/modifica`, form.body)
    }
  }
  return clicks
}
