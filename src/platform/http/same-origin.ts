// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingHttpHeaders } from 'node:http'

/**
 * True for a request that comes from a page of another site and may change something. Browsers say in `Sec-Fetch-Site`
 * where a request comes from; when they do not (plain HTTP to another machine, old browsers), `Origin` must be ours. A
 * request with neither header does not come from a browser, so nobody was tricked into it (docs/decisions/0009).
 */
export function isForeign(method: string, headers: IncomingHttpHeaders): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  return origin !== undefined && hostOf(origin) !== host
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
