// SPDX-License-Identifier: AGPL-3.0-or-later

import { useViewer } from '../../../ui/page/viewer.tsx'
import { administrationActions, administrationPaths } from '../../administrations/index.ts'
import { identityActions } from '../../identity/index.ts'
import { importActions } from '../../imports/index.ts'
import { journalPaths } from '../../journal/index.ts'
import { planActions } from '../../plans/index.ts'
import { transparencyPaths } from '../../transparency/index.ts'

/** Shown when nothing waits: what the person can do instead, by their permissions. */
export function NothingToDo() {
  const viewer = useViewer()
  const reads = viewer.may(administrationActions.read)
  if (!reads && !viewer.may(identityActions.managePeople)) {
    return (
      <div class="t-empty">
        <p>
          Non hai ancora un ruolo in nessun ente. Chiedilo al responsabile per la transizione digitale del tuo ente, o a
          chi amministra la piattaforma.
        </p>
        <p>
          Intanto puoi leggere <a href={transparencyPaths.transparency({})}>i piani pubblicati</a>.
        </p>
      </div>
    )
  }
  return (
    <div class="t-empty">
      <p>
        Non c’è niente che ti aspetti: nessuna scadenza vicina, nessun piano da rivedere, nessuna proposta da decidere.
      </p>
      <p>Puoi:</p>
      <ul>
        {reads && (
          <li>
            <a href={administrationPaths.administrations({})}>aprire il piano di un ente</a> e vedere a che punto è
          </li>
        )}
        {viewer.may(planActions.create) && (
          <li>
            <a href={administrationPaths.administrations({})}>cominciare il piano di un ente</a>, dalla sua pagina
          </li>
        )}
        {viewer.may(administrationActions.manageAssociations) && (
          <>
            <li>
              <a href={administrationPaths.administrationNew({})}>registrare un ente</a>, dal registro nazionale dei
              comuni o a mano
            </li>
            <li>
              <a href={administrationPaths.associationNew({})}>registrare una gestione associata</a> fra enti
            </li>
          </>
        )}
        {viewer.may(importActions.importPlans) && (
          <li>
            <a href={administrationPaths.administrations({})}>scegliere un ente</a> e importare un piano che esiste già
          </li>
        )}
        {viewer.may(identityActions.managePeople) && (
          <li>
            <a href={administrationPaths.people({})}>invitare le persone</a> che tengono aggiornati i piani
          </li>
        )}
        {viewer.may(identityActions.managePlatform) && (
          <li>
            <a href={journalPaths.accessJournal({})}>guardare il registro degli accessi</a>
          </li>
        )}
        <li>
          <a href={transparencyPaths.transparency({})}>leggere i piani pubblicati</a>
        </li>
      </ul>
    </div>
  )
}
