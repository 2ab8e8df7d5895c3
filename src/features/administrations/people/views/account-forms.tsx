// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonSummary } from '../../../identity/index.ts'
import { administrationPaths } from '../../addresses.ts'

/** What an administrator of the platform can do with an account, one button for each. */
export function AccountForms({ person }: { person: PersonSummary }) {
  const { id, disabled, pending, secondFactor } = person
  return (
    <section aria-labelledby="accesso">
      <h2 id="accesso">Accesso</h2>
      <div class="t-actions">
        <form action={administrationPaths.personAccess({ person: id })} method="post">
          <input type="hidden" name="stato" value={disabled ? 'attivo' : 'sospeso'} />
          <button type="submit" class={disabled ? 'btn btn-outline-primary' : 'btn btn-outline-danger'}>
            {disabled ? 'Riattiva l’accesso' : 'Sospendi l’accesso'}
          </button>
        </form>
        {secondFactor !== 'on' && (
          <form action={administrationPaths.personSecondFactor({ person: id })} method="post">
            <input type="hidden" name="cosa" value={secondFactor === 'off' ? 'chiedi' : 'rinuncia'} />
            <button type="submit" class="btn btn-outline-primary">
              {secondFactor === 'off' ? 'Richiedi il secondo fattore' : 'Non richiedere più il secondo fattore'}
            </button>
          </form>
        )}
        {secondFactor === 'on' && (
          <form action={administrationPaths.personSecondFactor({ person: id })} method="post">
            <input type="hidden" name="cosa" value="azzera" />
            <button type="submit" class="btn btn-outline-primary">
              Togli il secondo fattore perduto
            </button>
          </form>
        )}
        {!disabled && (
          <form action={administrationPaths.personLink({ person: id })} method="post">
            <button type="submit" class="btn btn-outline-primary">
              {pending ? 'Crea un nuovo invito' : 'Crea un collegamento per una nuova password'}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}
