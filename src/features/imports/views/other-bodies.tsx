// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { importPaths } from '../addresses.ts'
import type { ImportReview } from '../stored/readers.ts'
import type { ImportParams } from './address-words.ts'

/** The other bodies in a sheet of many bodies. Each gets its own import, which its own people decide. */
export function OtherBodies({ where, review }: { where: ImportParams; review: ImportReview }) {
  const others = review.imported.document?.others ?? []
  if (others.length === 0) return null
  return (
    <section class="t-panel" aria-labelledby="altri-enti">
      <h2 id="altri-enti" class="h4">
        Il foglio contiene anche {plural(others.length, 'altro ente', 'altri enti')}
      </h2>
      <p>Ogni ente rivede le proprie proposte: qui si vedono solo quelle di {review.administration.name}.</p>
      <form action={importPaths.importCopies(where)} method="post">
        <button type="submit" class="btn btn-outline-primary">
          Apri l’importazione anche per gli altri
        </button>
      </form>
    </section>
  )
}
