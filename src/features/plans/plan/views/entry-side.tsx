// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { formatAmount } from '../../../../kernel/money.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { paths } from '../../../../ui/paths.ts'
import { type Allocation, type Entry, type Evidence, type StatusOrUnsaid, statusOrUnsaidLabel } from '../model.ts'
import { formatDateOrWords } from '../words.ts'
import { StatusTag } from './tags.tsx'

type EntrySideProps = {
  /** The body's address. */
  readonly slug: string
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
          ['Data prevista', entry?.planned && formatDateOrWords(entry.planned)],
          ['Data di completamento', entry?.completed && formatDateOrWords(entry.completed)],
          ['Uffici incaricati', entry?.offices?.join(', ')],
          ['Fonti di finanziamento', entry?.funding?.join(', ')],
          ['Importi', entry?.allocations?.length ? <AllocationList allocations={entry.allocations} /> : undefined],
          ['Note', entry?.notes && <div class="t-prose">{richText(entry.notes)}</div>],
          ['Prove', entry?.evidence?.length ? <EvidenceList slug={slug} evidence={entry.evidence} /> : undefined],
          ['Chi tiene aggiornata la scheda', keeper],
        ]}
      />
    </section>
  )
}

const AllocationList = ({ allocations }: { allocations: readonly Allocation[] }) => (
  <ul>
    {allocations.map(({ source, year, amount }, index) => (
      <li key={index}>
        {source}, {year}: <span class="t-nowrap">{formatAmount(amount)}</span>
      </li>
    ))}
  </ul>
)

const EvidenceList = ({ slug, evidence }: { slug: string; evidence: readonly Evidence[] }) => (
  <ul>
    {evidence.map(({ label, url, file }, index) => (
      <li key={index}>
        {url !== undefined && (
          <a href={url} rel="noreferrer">
            {label}
          </a>
        )}
        {file && (
          <>
            <a href={paths.attachment({ slug, sha256: file.sha256 })}>{label}</a>{' '}
            <span class="t-note">(file {file.name})</span>
          </>
        )}
      </li>
    ))}
  </ul>
)
