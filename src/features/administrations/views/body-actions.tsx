// SPDX-License-Identifier: AGPL-3.0-or-later

import { useViewer } from '../../../ui/page/viewer.tsx'
import { paths } from '../../../ui/paths.ts'
import { placeParameter } from '../registration/views/place-words.ts'

/** Links to what the viewer may do for a whole body; nothing when they may only read. */
export function BodyActions({ slug }: { slug: string }) {
  const viewer = useViewer()
  const here = { slug }
  return (
    <ul class="t-links t-after">
      {viewer.may('plan.create', here) && (
        <li>
          <a href={paths.newPlan(here)}>Comincia un nuovo piano</a>
        </li>
      )}
      {viewer.may('import.write', here) && (
        <li>
          <a href={paths.imports(here)}>Importa un piano che esiste già</a>
        </li>
      )}
      {viewer.may('people.manage', here) && (
        <li>
          <a href={paths.people({}, { luogo: placeParameter({ kind: 'administration', slug }) })}>Persone e ruoli</a>
        </li>
      )}
      {viewer.may('journal.read', here) && (
        <li>
          <a href={paths.journal(here)}>Registro delle attività</a>
        </li>
      )}
    </ul>
  )
}
