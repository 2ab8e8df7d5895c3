// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Client } from '../../kernel/access.ts'
import type { Site } from '../../ui/page/site.ts'

/** The site's address for texts that leave it: as configured (`TIMONE_URL`), or as the client called it. */
export function originOf({ origin }: Site, { headers }: Client): string {
  const host = headers.get('host') ?? ''
  return origin ?? (/^[a-z0-9.-]+(:\d+)?$/i.test(host) ? `http://${host}` : '')
}
