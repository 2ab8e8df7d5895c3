// SPDX-License-Identifier: AGPL-3.0-or-later
import { useViewer } from '../../../ui/page/viewer.tsx'
import type { Hit } from '../model.ts'
import { hitAddress, hitPlace, hitTitle } from './hit-words.ts'

/** Results, each with its place and the matching piece. */
export function HitList({ hits }: { hits: readonly Hit[] }) {
  const viewer = useViewer()
  return (
    <ol class="t-hits">
      {hits.map((hit) => (
        <li key={`${hit.body?.slug} ${hit.triennium} ${hit.part} ${hit.key}`}>
          <a class="t-row-title" href={hitAddress(hit, viewer)}>
            {hitTitle(hit)}
            {hit.body && <span class="visually-hidden">, {hitPlace(hit)}</span>}
          </a>
          <p class="t-note">{hitPlace(hit)}</p>
          {hit.excerpt.length > 0 && (
            <p>{hit.excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
