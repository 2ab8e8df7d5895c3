// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../../kernel/dates.ts'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { TextDiff } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { editable, planActions, planStateLabel } from '../../../plan/index.ts'
import type { EntryPlace } from '../../model.ts'
import type { EntrySheet } from '../read-entries.ts'

/** The way to the form of an entry, for whoever has it in their hands. */
export function EntryActions({ sheet, where }: { readonly sheet: EntrySheet; readonly where: EntryPlace }) {
  const viewer = useViewer()
  if (!viewer.may(planActions.writeEntries, { slug: where.slug, offices: sheet.offices })) return null
  if (editable(sheet.state) === 'nothing') {
    return <p class="t-note">Il piano è {planStateLabel[sheet.state].toLowerCase()}: la scheda non si può cambiare.</p>
  }
  const { slug, triennium } = where
  return (
    <p class="t-actions t-after">
      <a class="btn btn-primary" href={planPaths.entryForm(where)}>
        Modifica la scheda
      </a>
      {editable(sheet.state) === 'everything' && (
        <a href={planPaths.completeness({ slug, triennium })}>Che cosa manca al piano</a>
      )}
    </p>
  )
}

/** How an entry changed: who, when, and each field before and after. */
export function EntryHistory({ sheet: { steps, revision } }: { readonly sheet: EntrySheet }) {
  if (steps.length === 0) return null
  const older = revision - steps.length
  return (
    <details class="t-details">
      <summary>Storia della scheda: modifiche {revision}</summary>
      <ol class="t-history">
        {steps.map(({ number, at, by, fields }) => (
          <li key={number}>
            <p>
              <strong>{by}</strong>, <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
            </p>
            <dl class="t-facts">
              {fields.map(({ label, before, after }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd class="t-printed">
                    <TextDiff before={before} after={after} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {older > 0 && <p class="t-note">Le {older} modifiche precedenti sono nel registro delle attività.</p>}
    </details>
  )
}
