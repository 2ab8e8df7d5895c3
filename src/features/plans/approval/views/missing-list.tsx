// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { planPaths } from '../../addresses.ts'
import type { Missing, PlanAddress } from '../../plan/index.ts'
import { recordAddress } from '../../writing/index.ts'

/** Things missing that the page names one by one. */
const shown = 8

/** What a plan lacks to be sent on: what is necessary by name, each leading to where it is written. */
export function MissingList({ missing, where }: { missing: readonly Missing[]; where: PlanAddress }) {
  const necessary = missing.filter(({ severity }) => severity === 'necessary')
  const advised = missing.length - necessary.length
  return (
    <>
      <p>
        {necessary.length === 0
          ? 'Niente di necessario: il piano è completo.'
          : `${plural(necessary.length, 'cosa necessaria manca', 'cose necessarie mancano')} ancora.`}
        {advised > 0 && ` ${plural(advised, 'cosa è consigliata', 'cose sono consigliate')}.`}
      </p>
      {necessary.length > 0 && (
        <ul>
          {necessary.slice(0, shown).map(({ part, subject, message }) => (
            <li key={`${part} ${message}`}>
              <a href={recordAddress(where, part)}>{subject}</a>: {message}
            </li>
          ))}
          {necessary.length > shown && <li>e altre {necessary.length - shown}</li>}
        </ul>
      )}
      {missing.length > 0 && (
        <p>
          <a href={planPaths.completeness(where)}>Tutto ciò che manca al piano</a>
        </p>
      )}
    </>
  )
}
