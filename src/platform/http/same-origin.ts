// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingHttpHeaders } from 'node:http'

/**
 * True for a request that a page of another site made and that may change something. Browsers say where a request comes
 * from in `Sec-Fetch-Site`; where they do not (plain HTTP outside this machine, old ones) `Origin` must be ours. A
 * request with neither comes from no browser, so from nobody who was tricked (docs/decisions/0009).
 */
export function isForeign(method: string, headers: IncomingHttpHeaders): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  return origin !== undefined && hostOf(origin) !== host
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
