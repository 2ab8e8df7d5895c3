// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GrantPlace } from '../policy.ts'

/** A place as forms and addresses carry it: `ente:vallechiara`, `associazione:valli`, `piattaforma`. */
export const placeParameter = (on: GrantPlace): string => {
  if (on.kind === 'platform') return 'piattaforma'
  return `${on.kind === 'administration' ? 'ente' : 'associazione'}:${on.slug}`
}

/** The place that a form or an address carries; undefined when it is written in no such way. */
export function placeFrom(parameter: string): GrantPlace | undefined {
  if (parameter === 'piattaforma') return { kind: 'platform' }
  const [, word, slug = ''] = /^(ente|associazione):([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(parameter) ?? []
  if (word === undefined) return undefined
  return { kind: word === 'ente' ? 'administration' : 'association', slug }
}
