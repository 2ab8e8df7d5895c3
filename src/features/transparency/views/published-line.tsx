// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../../kernel/money.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { formatTiming, titleOf } from '../../catalogue/index.ts'
import {
  type Allocation,
  type Evidence,
  formatDateOrWords,
  mayConcern,
  StatusTag,
  shownStatus,
  statusOrUnsaidLabel,
  type TailoredLine,
  VerdictTag,
} from '../../plans/index.ts'
import type { VersionTools } from './version-body.tsx'

/** A line that concerns the body: what is asked, where it stands, what the body does. */
export function PublishedLine({ line: tailored, tools }: { line: TailoredLine; tools: VersionTools }) {
  const { line, entry } = tailored
  const status = shownStatus(tailored)
  const printed = entry?.statusLabel
  return (
    <article class="t-line" id={line.code}>
      <h4>
        <span class="t-code">{line.code}</span> {titleOf(line)}
      </h4>
      <p class="t-tags">
        {!mayConcern(tailored) && <VerdictTag verdict="does-not-apply" />}
        <StatusTag status={status} />
        {printed && printed.toLowerCase() !== (status && statusOrUnsaidLabel[status].toLowerCase()) && (
          <span>«{printed}»</span>
        )}
        <span class="t-note">{formatTiming(line.timing)}</span>
      </p>
      {line.summary && <p class="t-note">{line.summary}</p>}
      {entry?.activity ? (
        <div class="t-prose">{tools.richText(entry.activity)}</div>
      ) : (
        <p class="t-note">L’ente non dice ancora che cosa fa.</p>
      )}
      {entry && (
        <DescriptionList
          facts={[
            ['Uffici incaricati', entry.offices?.join(', ')],
            ['Data prevista', entry.planned && formatDateOrWords(entry.planned)],
            ['Data di completamento', entry.completed && formatDateOrWords(entry.completed)],
            ['Fonti di finanziamento', entry.funding?.join(', ')],
            ['Importi', entry.allocations?.length ? <Allocations allocations={entry.allocations} /> : undefined],
            ['Note', entry.notes && <div class="t-prose">{tools.richText(entry.notes)}</div>],
            ['Prove', entry.evidence?.length ? <EvidenceList evidence={entry.evidence} /> : undefined],
          ]}
        />
      )}
    </article>
  )
}

const Allocations = ({ allocations }: { allocations: readonly Allocation[] }) => (
  <ul>
    {allocations.map(({ source, year, amount }) => (
      <li key={`${year} ${source} ${amount}`}>
        {year}, {source}: <span class="t-nowrap">{formatAmount(amount)}</span>
      </li>
    ))}
  </ul>
)

/** The evidence: links to pages are for everybody, files stay inside the body. */
const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <ul>
    {evidence.map(({ label, url, file }) => (
      <li key={url ?? file?.sha256}>
        {url ? (
          <a href={url} rel="noreferrer">
            {label}
          </a>
        ) : (
          `${label} (file conservato dall’ente)`
        )}
      </li>
    ))}
  </ul>
)
