// SPDX-License-Identifier: AGPL-3.0-or-later
import { DescriptionList } from '../../../ui/description-list.tsx'
import { describeLegalTiming, formatTiming, titleOf } from '../../catalogue/index.ts'
import {
  entryContentFields,
  mayConcern,
  StatusTag,
  shownStatus,
  statusOrUnsaidLabel,
  type TailoredLine,
  VerdictTag,
} from '../../plans/index.ts'
import { printedFacts } from '../../records/index.ts'
import { publicTools } from './public-tools.ts'
import type { VersionTools } from './version-body.tsx'

/** A line that concerns the body: what is asked, where it stands, what the body does. */
export function PublishedLine({ line: tailored, tools }: { line: TailoredLine; tools: VersionTools }) {
  const { line, entry } = tailored
  const legal = describeLegalTiming(tailored)
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
        {legal && <span class="t-note">{legal}</span>}
      </p>
      {line.summary && <p class="t-note">{line.summary}</p>}
      {entry?.activity ? (
        <div class="t-prose">{tools.richText(entry.activity)}</div>
      ) : (
        <p class="t-note">L’ente non dice ancora che cosa fa.</p>
      )}
      {entry && (
        <DescriptionList facts={printedFacts(entryContentFields, entry, publicTools(tools), ['activity', 'status'])} />
      )}
    </article>
  )
}
