// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../../kernel/dates.ts'
import type { NumberedList } from '../readers.ts'

/** Records that were taken away: nothing is lost, each can be brought back. */
export function GoneRecords({ list: { words, gone }, writes }: { list: NumberedList; writes: boolean }) {
  if (gone.length === 0) return null
  return (
    <details class="t-details">
      <summary>
        {words.gone} ({gone.length})
      </summary>
      <ul>
        {gone.map(({ name, last, restore }) => (
          <li key={restore}>
            «{name}», {words.goneBy} {last.by} il {formatInstant(last.at)}
            {writes && (
              <form action={restore} method="post">
                <button type="submit" class="btn btn-outline-primary btn-sm">
                  Ripristina<span class="visually-hidden"> «{name}»</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
