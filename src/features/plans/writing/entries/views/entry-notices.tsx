// SPDX-License-Identifier: AGPL-3.0-or-later

import { Alert } from '../../../../../ui/alert.tsx'
import { Icon } from '../../../../../ui/icon.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { type ActionLine, titleOf } from '../../../../catalogue/index.ts'
import { planPaths } from '../../../addresses.ts'
import type { EntryContent } from '../../../plan/index.ts'
import { planActions } from '../../../plan/index.ts'
import type { RecordSheet } from '../../editor/record-form.ts'
import type { EntryPlace } from '../../model.ts'
import type { EntryPage } from '../entry-record.ts'

type SheetProps = { readonly sheet: RecordSheet<EntryContent, EntryPage> }

/** Says that an entry comes from an earlier plan, and waits for somebody to go through it. */
export function EntryNotice({ sheet: { more } }: SheetProps) {
  if (!more.toReview) return null
  return (
    <Alert tone="info">
      <p>
        Questa scheda viene da un piano precedente{more.carriedFrom && ` (${more.carriedFrom})`} ed è da rivedere:
        salvandola, anche senza cambiarla, dici che va bene.
      </p>
    </Alert>
  )
}

/** The forms of the lines before and after; the pages of the lines for whoever may not write them all. */
export function Neighbours({ sheet, where }: SheetProps & { readonly where: EntryPlace }) {
  const viewer = useViewer()
  const to = viewer.may(planActions.write, { slug: where.slug }) ? planPaths.entryForm : planPaths.line
  const link = (line: ActionLine | undefined, words: string, rel: 'prev' | 'next') =>
    line ? (
      <a href={to({ ...where, code: line.code })} rel={rel}>
        <Icon name={rel === 'prev' ? 'arrow-left' : 'arrow-right'} />
        <span>
          <span class="t-note">
            {words}: {line.code}
          </span>
          {titleOf(line)}
        </span>
      </a>
    ) : (
      <span />
    )
  const { previous, next } = sheet.more.neighbours
  return (
    <nav class="t-neighbours" aria-label="Linee vicine">
      {link(previous, 'Precedente', 'prev')}
      {link(next, 'Successiva', 'next')}
    </nav>
  )
}
