// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { type Entry, type Evidence, type Status, statusLabel } from '../model.ts'
import { formatDateOrWords } from '../words.ts'
import { StatusTag } from './tags.tsx'

type EntrySideProps = {
  readonly entry: Entry | undefined
  readonly status: Status
  readonly richText: (markdown: string) => ComponentChildren
}

/** What the body says of a line. */
export function EntrySide({ entry, status, richText }: EntrySideProps) {
  const printed = entry?.statusLabel
  return (
    <section class="t-panel" aria-labelledby="ente">
      <h2 id="ente">Che cosa fa l'ente</h2>
      {entry?.activity ? (
        <div class="t-prose">{richText(entry.activity)}</div>
      ) : (
        <p class="t-empty">L'ente non ha ancora scritto che cosa fa per questa linea.</p>
      )}
      <DescriptionList
        facts={[
          [
            'Stato',
            <>
              <StatusTag status={status} />
              {printed && printed.toLowerCase() !== statusLabel[status].toLowerCase() && (
                <span class="t-reason">«{printed}»</span>
              )}
            </>,
          ],
          ['Data prevista', entry?.planned && formatDateOrWords(entry.planned)],
          ['Data di completamento', entry?.completed && formatDateOrWords(entry.completed)],
          ['Uffici incaricati', entry?.offices?.join(', ')],
          ['Fonti di finanziamento', entry?.funding?.join(', ')],
          ['Note', entry?.notes && <div class="t-prose">{richText(entry.notes)}</div>],
          ['Prove', entry?.evidence?.length ? <EvidenceList evidence={entry.evidence} /> : undefined],
        ]}
      />
    </section>
  )
}

const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <ul>
    {evidence.map(({ label, url, file }) => (
      <li key={url ?? file?.sha256}>
        {url ? (
          <a href={url} rel="noreferrer">
            {label}
          </a>
        ) : (
          `${label} (file ${file?.name})`
        )}
      </li>
    ))}
  </ul>
)
