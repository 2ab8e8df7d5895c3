// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { LineReview } from '../plan/index.ts'
import type { ApprovalReader } from './read-approval.ts'
import { LineComments } from './views/line-comments.tsx'

/** What reviewers said of a line, for its page. @param richText Markdown as people wrote it → elements. */
export const lineReview =
  (approval: Pick<ApprovalReader, 'openComments'>, richText: (markdown: string) => ComponentChildren): LineReview =>
  async ({ slug, triennium, code }) => {
    const comments = await approval.openComments(slug, triennium)
    return <LineComments where={{ slug, triennium }} code={code} comments={comments} richText={richText} />
  }
