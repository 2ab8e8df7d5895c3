// SPDX-License-Identifier: AGPL-3.0-or-later

/** The demonstration's RTD, as the server prints it when it starts. */
export function accountOf(lines: readonly string[]): { readonly email: string; readonly password: string } {
  const [, email, password] = /(rtd@\S+)\s+(\S+)/.exec(lines.join('\n')) ?? []
  if (!email || !password) throw new Error(`no demonstration account among:\n${lines.join('\n')}`)
  return { email, password }
}

/** Signs in and returns the cookies of the session. */
export async function signIn(address: string, account: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`${address}/accesso`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(account),
  })
  if (response.status !== 303) throw new Error(`sign-in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const demonstrationLimit = 120_000

/**
 * The addresses of the plans under way of the demonstration's association, one a body, all on one edition. Waits until
 * the server has published the former plans and begun those that follow: that work is not what is measured.
 * @throws {Error} when that takes more than two minutes.
 */
export async function findPlans(address: string, cookie: string): Promise<readonly string[]> {
  const end = performance.now() + demonstrationLimit
  while (performance.now() < end) {
    const html = await (await fetch(`${address}/enti?associazione=ufficio-associato`, { headers: { cookie } })).text()
    const plans = [
      ...new Set([...html.matchAll(/href="(\/enti\/[a-z0-9-]+\/piano\/20\d\d-20\d\d)"/g)].map(([, to = '']) => to)),
    ]
    const newest = plans.map((plan) => plan.slice(-9)).reduce((a, b) => (a > b ? a : b), '')
    if (newest && plans.every((plan) => plan.endsWith(newest))) return plans
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('the plans of the demonstration are not begun after two minutes')
}
