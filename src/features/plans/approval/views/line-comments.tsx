// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/dates.ts'
import type { ActionLineCode, Slug, Triennium } from '../../../../kernel/ids.ts'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { recordName } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { entryKind, planActions } from '../../plan/index.ts'
import type { ReviewComment } from '../model.ts'

type LineCommentsProps = {
  readonly where: { readonly slug: Slug; readonly triennium: Triennium }
  readonly code: ActionLineCode
  readonly comments: readonly ReviewComment[]
  readonly richText: (markdown: string) => ComponentChildren
}

/** What reviewers said of a line and nobody has dealt with yet, and the way to say more. */
export function LineComments({ where, code, comments, richText }: LineCommentsProps) {
  const viewer = useViewer()
  const part = recordName(entryKind, code)
  const ofLine = comments.filter((comment) => comment.part === part)
  const mayComment = viewer.may(planActions.review, { slug: where.slug })
  if (ofLine.length === 0 && !mayComment) return null
  return (
    <section class="t-panel" aria-labelledby="osservazioni">
      <h2 id="osservazioni">Osservazioni aperte</h2>
      {ofLine.length === 0 && <p class="t-empty">Nessuna osservazione su questa scheda.</p>}
      {ofLine.map(({ id, author, at, markdown }) => (
        <article key={id}>
          <p class="t-note">
            {author.name}, {formatInstant(at)}
          </p>
          <div class="t-prose">{richText(markdown)}</div>
        </article>
      ))}
      <p>
        <a href={`${planPaths.approval(where, { parte: part })}#${mayComment ? 'nuova-osservazione' : 'osservazioni'}`}>
          {mayComment ? `Aggiungi un’osservazione su ${code}` : 'Vedere tutte le osservazioni del piano'}
        </a>
      </p>
    </section>
  )
}
