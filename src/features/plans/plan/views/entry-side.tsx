// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { Slug } from '../../../../kernel/ids.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { attachmentPaths } from '../../../attachments/index.ts'
import { type PrintedTools, printedFacts } from '../../../records/index.ts'
import { entryContentFields } from '../entries/entry-fields.ts'
import { type Entry, type StatusOrUnsaid, statusOrUnsaidLabel } from '../model.ts'
import { StatusTag } from './tags.tsx'

type EntrySideProps = {
  /** The body's address. */
  readonly slug: Slug
  readonly entry: Entry | undefined
  /** See `shownStatus`. */
  readonly status: StatusOrUnsaid | undefined
  /** Who keeps the entry up to date; absent: the page does not tell. */
  readonly keeper?: string | undefined
  readonly richText: (markdown: string) => ComponentChildren
}

/** What the body says of a line. */
export function EntrySide({ slug, entry, status, keeper, richText }: EntrySideProps) {
  const printed = entry?.statusLabel
  const file: PrintedTools['file'] = ({ name, sha256 }, label) => (
    <>
      <a href={attachmentPaths.attachment({ slug, sha256 })}>{label}</a> <span class="t-note">(file {name})</span>
    </>
  )
  return (
    <section class="t-panel" aria-labelledby="ente">
      <h2 id="ente">Che cosa fa l’ente</h2>
      {entry?.activity ? (
        <div class="t-prose">{richText(entry.activity)}</div>
      ) : (
        <p class="t-empty">L’ente non ha ancora scritto che cosa fa per questa linea.</p>
      )}
      <DescriptionList
        facts={[
          [
            'Stato',
            (status || printed) && (
              <>
                <StatusTag status={status} />
                {printed && printed.toLowerCase() !== (status && statusOrUnsaidLabel[status].toLowerCase()) && (
                  <span class="t-reason">«{printed}»</span>
                )}
              </>
            ),
          ],
          ...printedFacts(entryContentFields, entry, { richText, file }, ['activity', 'status']),
          ['Chi tiene aggiornata la scheda', keeper],
        ]}
      />
    </section>
  )
}
