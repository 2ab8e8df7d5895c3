// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import type { Slug, Triennium } from '../../../../kernel/ids.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { formatTiming, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import type { TailoredLine } from '../model.ts'
import { latenessOf, shownStatus, standingOf } from '../progress/progress.ts'
import type { ListTools } from '../tailoring/line-tools.ts'
import { excerpt } from '../words.ts'
import { LegalTiming } from './legal-timing.tsx'
import { LateTag, StatusTag, VerdictTag } from './tags.tsx'

type LineTableProps = {
  readonly caption: string
  readonly where: { readonly slug: Slug; readonly triennium: Triennium }
  readonly lines: readonly TailoredLine[]
  readonly today: IsoDate
  /** Lines can be selected and updated in the list itself. */
  readonly tools?: ListTools | undefined
}

/** Lines side by side: what is asked, by when, whether it binds, where it stands, what the body does. */
export function LineTable({ caption, where, lines, today, tools }: LineTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ line }) => line.code}
      columns={[
        {
          heading: 'Linea d’azione',
          wide: true,
          cell: (tailored) => (
            <>
              {tools?.selection(tailored)}
              <span class="t-code">{tailored.line.code}</span>
              <a class="t-row-title" href={planPaths.line({ ...where, code: tailored.line.code })}>
                {titleOf(tailored.line)}
              </a>
            </>
          ),
        },
        {
          heading: 'Quando',
          cell: (tailored) => (
            <>
              {formatTiming(tailored.line.timing)}
              <LegalTiming tailored={tailored} />
            </>
          ),
        },
        { heading: 'Applicabilità', cell: (tailored) => <VerdictTag verdict={standingOf(tailored)} /> },
        {
          heading: 'Stato',
          cell: (tailored) => (
            <>
              <StatusTag status={shownStatus(tailored)} />
              <LateTag lateness={latenessOf(tailored, today)} />
              {tools?.update(tailored)}
            </>
          ),
        },
        {
          heading: 'Che cosa fa l’ente',
          wide: true,
          cell: ({ entry }) => (entry?.activity ? excerpt(entry.activity, 140) : '–'),
        },
      ]}
    />
  )
}
