// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment } from 'preact'
import { type Duty, formatDutyTiming, sourceName } from '../../../catalogue/index.ts'

/** What the law asks on a line, beside what the plan prints: when, what, and where it can be read. */
export const DutyList = ({ duties }: { readonly duties: readonly Duty[] }) => (
  <ul class="t-results">
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
