// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { recordName, recordPage } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { Missing, PlanAddress } from '../../plan/index.ts'

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
          {necessary.slice(0, shown).map(({ kind, key, subject, message }) => (
            <li key={`${recordName(kind, key)} ${message}`}>
              <a href={recordPage(kind, where, key)}>{subject}</a>: {message}
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
