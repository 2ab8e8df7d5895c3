// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import { compareItalian } from '../../kernel/text.ts'
import type { Tenants } from '../../platform/db/tenants.ts'
import { type Administration, administrationActions, readAdministrations } from '../administrations/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { readLinePlans, readPublishedPlans, readPublishers, readUses } from './line-store.ts'
import { fewHits, type Hit, type HitBody, type HitGroup, hitsPerPage, type SearchRequest } from './model.ts'
import type { SearchReader } from './readers.ts'
import { excerptOf, readQuery } from './rules.ts'
import type { SearchKind } from './search-kinds.ts'
import { type FoundRow, findLines, findParts, findPublished, hasWords } from './store.ts'

/**
 * Searches what a person may read (limited by row-level security) and what is published.
 * @param kinds of things that can be found.
 */
export function openSearchReader(tenants: Tenants, catalogue: Catalogue, kinds: readonly SearchKind[]): SearchReader {
  const readable = (administrations: readonly Administration[], viewer: Viewer) =>
    administrations.filter(({ slug }) => viewer.may(administrationActions.read, { slug }))

  return {
    async find(asked, viewer) {
      const request = { ...asked, text: readQuery(asked.text) }
      const { own, lines, searchable } = await tenants.readMany([], async (reader) => ({
        own: readable(await readAdministrations(reader), viewer),
        lines: request.body === undefined ? await findLines(reader, request) : [],
        searchable: await hasWords(reader, request.text),
      }))
      const { published, publishers } = await tenants.readPublished(async (reader) => {
        const known = await readPublishers(reader)
        const chosen = known.find(({ slug }) => slug === request.body)
        const skipped = request.body !== undefined && !chosen
        return { publishers: known, published: skipped ? [] : await findPublished(reader, request, chosen?.id) }
      })
      const ids = own.filter(({ slug }) => request.body === undefined || slug === request.body).map(({ id }) => id)
      const { parts, uses } = await tenants.readMany(ids, async (reader) => {
        const found = await findParts(reader, ids, request)
        const files = found.filter(({ kind }) => kind === 'attachment').map(({ key }) => key)
        return { parts: found, uses: await readUses(reader, ids, files) }
      })
      const groups = new Map<string, HitGroup>([
        ...groupsOf(lines, request, ({ kind }) => kind),
        ...groupsOf(parts, request, ({ kind }) => kind, uses),
        ...groupsOf(published, request, () => 'published'),
      ])
      return {
        groups: kinds.flatMap(({ name }) => groups.get(name) ?? []),
        bodies: bodiesOf([...own, ...publishers]),
        wordless: !searchable,
      }
    },

    async nationalLine(editionId, code, viewer) {
      if (!catalogue.ids().includes(editionId)) return undefined
      const edition = catalogue.edition(editionId)
      const line = edition.lines.find((one) => one.code === code)
      if (!line) return undefined
      const own = readable(await tenants.readMany([], readAdministrations), viewer)
      const ids = own.map(({ id }) => id)
      return {
        edition,
        line,
        plans: await tenants.readMany(ids, (reader) => readLinePlans(reader, ids, editionId, code)),
        published: await tenants.readPublished((reader) => readPublishedPlans(reader, editionId)),
      }
    },
  }
}

type Uses = Awaited<ReturnType<typeof readUses>>

function groupsOf(
  rows: readonly FoundRow[],
  { kind: wanted, page }: SearchRequest,
  kindOf: (row: FoundRow) => string,
  uses: Uses = [],
): readonly (readonly [string, HitGroup])[] {
  const first = wanted === undefined ? 0 : (page - 1) * hitsPerPage
  const isShown = ({ place }: FoundRow) =>
    place > first && place <= first + (wanted === undefined ? fewHits : hitsPerPage)
  return [...Map.groupBy(rows, kindOf)].map(([kind, found]) => {
    const shown = wanted === undefined || wanted === kind ? found.filter(isShown) : []
    return [kind, { kind, count: found[0]?.count ?? 0, hits: shown.map((row) => hitOf(kind, row, uses)) }]
  })
}

function hitOf(kind: string, row: FoundRow, uses: Uses): Hit {
  const { slug, name, triennium, edition, key, title, body, recognised, line_title } = row
  const use = uses.find((one) => kind === 'attachment' && one.slug === slug && one.file === key)
  return {
    kind,
    key,
    title,
    excerpt: excerptOf(body, recognised),
    ...(slug !== null && name !== null && { body: { slug, name } }),
    ...(triennium !== null && { triennium }),
    ...(edition !== null && { edition }),
    ...(line_title !== null && { lineTitle: line_title }),
    ...(kind === 'published' && { part: row.kind }),
    ...(use && { usedBy: { triennium: use.triennium, code: use.code } }),
  }
}

const bodiesOf = (bodies: readonly HitBody[]): readonly HitBody[] =>
  [...new Map(bodies.map(({ slug, name }) => [slug, { slug, name }])).values()].toSorted((a, b) =>
    compareItalian(a.name, b.name),
  )
