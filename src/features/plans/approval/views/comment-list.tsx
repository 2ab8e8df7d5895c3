// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/dates.ts'
import { plural } from '../../../../kernel/text.ts'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { planPaths } from '../../addresses.ts'
import type { PlanAddress } from '../../plan/index.ts'
import { planActions } from '../../plan/index.ts'
import type { ApprovalSheet } from '../read-approval.ts'

type CommentListProps = {
  readonly comments: ApprovalSheet['comments']
  readonly where: PlanAddress
  readonly richText: (markdown: string) => ComponentChildren
}

/** What was said of a plan: what waits for an answer first, then what was dealt with. */
export function CommentList({ comments, ...context }: CommentListProps) {
  const open = comments.filter(({ resolved }) => !resolved)
  const closed = comments.filter(({ resolved }) => resolved)
  return (
    <>
      {open.length === 0 ? (
        <p class="t-empty">Nessuna osservazione aspetta una risposta.</p>
      ) : (
        <ol class="t-comments">
          {open.map((comment) => (
            <Comment key={comment.id} comment={comment} {...context} />
          ))}
        </ol>
      )}
      {closed.length > 0 && (
        <details class="t-details">
          <summary>{plural(closed.length, 'osservazione chiusa', 'osservazioni chiuse')}</summary>
          <ol class="t-comments">
            {closed.map((comment) => (
              <Comment key={comment.id} comment={comment} {...context} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

type CommentProps = Omit<CommentListProps, 'comments'> & { readonly comment: ApprovalSheet['comments'][number] }

function Comment({ comment, where, richText }: CommentProps) {
  const { id, about, markdown, author, at, resolved } = comment
  const viewer = useViewer()
  const place = { slug: where.slug }
  return (
    <li id={`osservazione-${id}`} class="t-comment">
      <p class="t-comment-subject">
        {about.page === undefined ? about.label : <a href={about.page}>{about.label}</a>}
        {about.field !== undefined && `, ${about.field}`}
      </p>
      <div class="t-prose">{richText(markdown)}</div>
      <p class="t-note">
        {author.name}, <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
        {resolved && `. Chiusa da ${resolved.by} il ${formatInstant(resolved.at)}`}
      </p>
      {!resolved && (viewer.may(planActions.write, place) || viewer.may(planActions.review, place)) && (
        <form method="post" action={planPaths.commentResolved({ ...where, id: String(id) })}>
          <button type="submit" class="btn btn-outline-primary btn-sm">
            Chiudi{' '}
            <span class="visually-hidden">
              l’osservazione su {about.label}, di {author.name}
            </span>
          </button>
        </form>
      )}
    </li>
  )
}
