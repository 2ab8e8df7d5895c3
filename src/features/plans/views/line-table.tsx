// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { paths } from '../../../ui/paths.ts'
import { formatTiming, titleOf } from '../../catalogue/index.ts'
import type { TailoredLine } from '../model.ts'
import { isLate } from '../progress.ts'
import { excerpt } from '../words.ts'
import { LateTag, StatusTag, VerdictTag } from './tags.tsx'

type LineTableProps = {
  readonly caption: string
  readonly where: { readonly slug: string; readonly triennium: string }
  readonly lines: readonly TailoredLine[]
  readonly today: IsoDate
}

/** Lines side by side: what is asked, by when, whether it binds, where it stands, what the body does. */
export function LineTable({ caption, where, lines, today }: LineTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ line }) => line.code}
      columns={[
        {
          heading: "Linea d'azione",
          wide: true,
          cell: ({ line }) => (
            <>
              <span class="t-code">{line.code}</span>
              <a class="t-row-title" href={paths.line({ ...where, code: line.code })}>
                {titleOf(line)}
              </a>
            </>
          ),
        },
        { heading: 'Quando', cell: ({ line }) => formatTiming(line.timing) },
        { heading: 'Applicabilità', cell: ({ applicability }) => <VerdictTag verdict={applicability.verdict} /> },
        {
          heading: 'Stato',
          cell: (tailored) => (
            <>
              <StatusTag status={tailored.status} />
              {isLate(tailored, today) && <LateTag />}
            </>
          ),
        },
        {
          heading: "Che cosa fa l'ente",
          wide: true,
          cell: ({ entry }) => (entry?.activity ? excerpt(entry.activity, 140) : '–'),
        },
      ]}
    />
  )
}
