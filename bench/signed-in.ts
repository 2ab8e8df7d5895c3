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

/** The addresses of the bodies of the demonstration's association: all their plans are on one edition. */
export async function findBodies(address: string, cookie: string): Promise<readonly string[]> {
  const html = await (await fetch(`${address}/enti?associazione=ufficio-associato`, { headers: { cookie } })).text()
  return [...new Set([...html.matchAll(/href="\/enti\/([a-z0-9-]+)"/g)].map(([, slug = '']) => slug))].filter(
    (slug) => slug !== 'nuovo',
  )
}
