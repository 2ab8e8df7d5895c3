// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Server } from '../../src/platform/http/server.ts'
import { textOf } from './read-form.ts'

/** The answer. */
export type Seen = {
  readonly status: number
  readonly body: string
  /** What a person reads of it. */
  readonly text: string
  readonly bytes: Uint8Array
  readonly location: string
  /** The content type. */
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  /** Values of `Set-Cookie`. */
  readonly cookies: readonly string[]
  /** The hidden fields of its forms. */
  readonly hidden: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, string>>

/** A file to send with a form. */
export type SentFile = { readonly name: string; readonly bytes: string | Uint8Array }

/** A simulated browser: keeps cookies, and says from which page forms are sent. */
export type TestBrowser = {
  get(url: string, headers?: Fields): Promise<Seen>
  post(url: string, fields?: Fields, headers?: Fields): Promise<Seen>
  /** Sends a form whose text is given as it travels. */
  sendText(url: string, payload: string): Promise<Seen>
  /** Sends a form that may carry a file. */
  send(url: string, fields: Fields, file?: SentFile): Promise<Seen>
  /** Sends data as a program does. @param body a text is sent as it is */
  sendJson(url: string, body: unknown, accept?: string): Promise<Seen>
  /** The cookies kept, by name. */
  readonly jar: Map<string, string>
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' }

/** Opens a browser on a server. @param address the network address that it comes from */
export function openBrowser(server: Pick<Server, 'inject'>, address = '203.0.113.7'): TestBrowser {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, headers: Fields, payload?: string | FormData) => {
    const response = await server.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(method === 'POST' && { 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    })
    const cookies = [response.headers['set-cookie'] ?? []].flat()
    for (const cookie of cookies) keep(jar, cookie)
    return seen(response, cookies)
  }
  return {
    jar,
    get: (url, headers = {}) => ask('GET', url, headers),
    post: (url, fields = {}, headers = {}) =>
      ask('POST', url, { ...formType, ...headers }, new URLSearchParams(fields).toString()),
    sendText: (url, payload) => ask('POST', url, formType, payload),
    send: (url, fields, file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      // A browser sends an empty file where none was chosen.
      form.set('file', new Blob(file ? [bytesOf(file)] : []), file?.name ?? '')
      return ask('POST', url, {}, form)
    },
    sendJson: (url, body, accept = '*/*') =>
      ask(
        'POST',
        url,
        { 'content-type': 'application/json', accept },
        typeof body === 'string' ? body : JSON.stringify(body),
      ),
  }
}

const bytesOf = ({ bytes }: SentFile) => (typeof bytes === 'string' ? bytes : new Uint8Array(bytes))

type Response = Awaited<ReturnType<Server['inject']>>

const seen = ({ statusCode, headers, body, rawPayload }: Response, cookies: readonly string[]): Seen => ({
  status: statusCode,
  body,
  bytes: rawPayload,
  cookies,
  location: headers.location ?? '',
  type: headers['content-type'] ?? '',
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  get text() {
    return textOf(body)
  },
  get hidden() {
    return hiddenIn(body)
  },
})

function hiddenIn(html: string): Readonly<Record<string, string>> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(/;\s*/)
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(name.length + 1)
  if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name)
  else jar.set(name, value)
}
