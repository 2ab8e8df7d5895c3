// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment } from 'preact'
import type { Fact } from '../../../../ui/description-list.tsx'
import type { ActionLine } from '../../model.ts'
import { formatDutyTiming, sourceName } from '../duty-words.ts'
import { formatLegalTiming } from '../legal-timing.ts'
import type { Duty } from '../model.ts'

/**
 * What the law asks on a line, beside what the plan prints: when, what, and where it can be read.
 * @param duties those that touch the line
 * @returns a name and a value of a list; no value where the law says nothing.
 */
export const lawOnLine = (line: Pick<ActionLine, 'timing' | 'legalDate'>, duties: readonly Duty[] = []): Fact => [
  'Per legge',
  line.legalDate || duties.length > 0 ? <LawOnLine line={line} duties={duties} /> : undefined,
]

type LawOnLineProps = {
  readonly line: Pick<ActionLine, 'timing' | 'legalDate'>
  readonly duties: readonly Duty[]
}

const LawOnLine = ({ line, duties }: LawOnLineProps) => (
  <ul class="t-results">
    {line.legalDate && (
      <li>
        <strong>{formatLegalTiming({ line, applicability: {} })}</strong>
        <span class="t-reason">Fonte: {line.legalDate.source}</span>
      </li>
    )}
    {duties.map((duty) => (
      <li key={duty.code}>
        <strong>{duty.title}</strong>
        <span class="t-reason">{[formatDutyTiming(duty.when), ...effects(duty)].join(', ')}.</span>
        <span class="t-reason">{duty.summary}</span>
        <span class="t-reason">
          Fonte: <DutySources duty={duty} />
        </span>
      </li>
    ))}
  </ul>
)

/** What a duty does to the line that it touches. */
const effects = ({ line }: Duty): readonly string[] => [
  ...(line?.movesDate ? ['qualunque data stampi il piano'] : []),
  ...(line?.compels ? ['e per chi ne è tenuto è un obbligo di legge'] : []),
]

/** The sources of a duty, each leading to where it can be read. */
export const DutySources = ({ duty }: { readonly duty: Duty }) => (
  <>
    {duty.sources.map((source, index) => (
      <Fragment key={source.url}>
        {index > 0 && '; '}
        <a href={source.url} rel="external noreferrer">
          {sourceName(source)}
        </a>
      </Fragment>
    ))}
  </>
)
