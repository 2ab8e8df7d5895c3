// SPDX-License-Identifier: AGPL-3.0-or-later
import { slugOf } from '../../../../kernel/ids.ts'
import type { GrantPlace } from '../../policy.ts'

/** A place as a value of forms and addresses: `ente:vallechiara`, `associazione:valli`, `piattaforma`. */
export const placeParameter = (on: GrantPlace): string => {
  if (on.kind === 'platform') return 'piattaforma'
  return `${on.kind === 'administration' ? 'ente' : 'associazione'}:${on.slug}`
}

/** The place that such a value stands for; undefined when it is not valid. */
export function placeFrom(parameter: string): GrantPlace | undefined {
  if (parameter === 'piattaforma') return { kind: 'platform' }
  const [, word, slug = ''] = /^(ente|associazione):([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(parameter) ?? []
  if (word === undefined) return undefined
  return word === 'ente' ? { kind: 'administration', slug: slugOf(slug) } : { kind: 'association', slug }
}
