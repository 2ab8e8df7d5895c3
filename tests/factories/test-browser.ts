// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Server } from '../../src/platform/http/server.ts'

/** The answer. */
export type Seen = {
  readonly status: number
  readonly body: string
  readonly location: string
  /** Values of `Set-Cookie`. */
  readonly cookies: readonly string[]
}

/** A simulated browser: keeps cookies, and says from which page forms are sent. */
export type TestBrowser = {
  get(url: string): Promise<Seen>
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Seen>
  /** The cookies kept, by name. */
  readonly jar: Map<string, string>
}

/** Opens a browser on a server. @param address the network address that it comes from */
export function openBrowser(server: Server, address = '203.0.113.7'): TestBrowser {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Seen> => {
    const response = await server.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(payload !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(payload !== undefined && { payload }),
    })
    const cookies = [response.headers['set-cookie'] ?? []].flat()
    for (const cookie of cookies) keep(jar, cookie)
    const { statusCode: status, body } = response
    return { status, body, cookies, location: response.headers.location ?? '' }
  }
  return {
    jar,
    get: (url) => ask('GET', url),
    post: (url, fields) => ask('POST', url, new URLSearchParams(fields).toString()),
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(/;\s*/)
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(name.length + 1)
  if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name)
  else jar.set(name, value)
}
