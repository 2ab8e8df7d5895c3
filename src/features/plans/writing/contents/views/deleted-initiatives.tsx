// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../../kernel/dates.ts'
import { planPaths } from '../../../addresses.ts'
import type { DeletedInitiative } from '../readers.ts'

type DeletedInitiativesProps = {
  readonly where: { readonly slug: string; readonly triennium: string }
  readonly deleted: readonly DeletedInitiative[]
  readonly writes: boolean
}

/** Initiatives that were taken away: nothing is lost, each can be brought back. */
export function DeletedInitiatives({ where, deleted, writes }: DeletedInitiativesProps) {
  if (deleted.length === 0) return null
  return (
    <details class="t-details">
      <summary>Iniziative tolte ({deleted.length})</summary>
      <ul>
        {deleted.map(({ number, title, last }) => (
          <li key={number}>
            «{title}», tolta da {last.by} il {formatInstant(last.at)}
            {writes && (
              <form action={planPaths.initiativeRestored({ ...where, number: String(number) })} method="post">
                <button type="submit" class="btn btn-outline-primary btn-sm">
                  Ripristina<span class="visually-hidden"> «{title}»</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
