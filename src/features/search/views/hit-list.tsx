// SPDX-License-Identifier: AGPL-3.0-or-later
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import { useViewer } from '../../../ui/page/viewer.tsx'
import type { Hit } from '../model.ts'
import type { SearchKind } from '../search-kinds.ts'

/** Results, each with its place and the matching piece. */
export function HitList({ kind, hits }: { kind: SearchKind; hits: readonly Hit[] }) {
  const viewer = useViewer()
  return (
    <ol class="t-hits">
      {hits.map((hit) => (
        <li key={`${hit.body?.slug} ${hit.triennium} ${hit.part} ${hit.key}`}>
          <a
            class="t-row-title"
            href={kind.address(
              hit,
              { slug: hit.body?.slug ?? slugOf(''), triennium: hit.triennium ?? trienniumOf('') },
              viewer,
            )}
          >
            {kind.title(hit)}
            {hit.body && <span class="visually-hidden">, {placeOf(hit, kind)}</span>}
          </a>
          <p class="t-note">{placeOf(hit, kind)}</p>
          {hit.excerpt.length > 0 && (
            <p>{hit.excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The place of a result, besides its title: body, plan, and what its kind tells. */
const placeOf = (hit: Hit, { place }: SearchKind): string =>
  [hit.body?.name, hit.triennium && `piano ${hit.triennium}`, place?.(hit)].filter(Boolean).join(' · ')
