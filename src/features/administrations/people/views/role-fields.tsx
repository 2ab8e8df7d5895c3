// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RoleName } from '../../../../kernel/access.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { DateField, SelectField, TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Office } from '../../model.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import { placeParameter } from '../../registration/views/place-words.ts'
import { roleOptions } from './access-words.tsx'

/** The chosen place, with the roles that may be given there and, for a body, its offices. */
export type ChosenPlace = NamedPlace & {
  readonly roles: readonly RoleName[]
  readonly offices: readonly Pick<Office, 'name'>[]
}

type RoleFieldsProps = {
  readonly place: ChosenPlace
  readonly refusal?: Refusal | undefined
  /** The first day, when nothing was typed yet. */
  readonly today: string
  /** True for a delegation, which always has a last day. */
  readonly endRequired?: boolean
}

/** The fields of a form that gives a role, by name. */
export const roleLabels = {
  luogo: 'Dove',
  ruolo: 'Ruolo',
  ufficio: 'Ufficio',
  inizio: 'Primo giorno',
  fine: 'Ultimo giorno',
}

/** The fields for a role in a place that was already chosen: role, office, first and last day. */
export function RoleFields({ place, refusal, today, endRequired }: RoleFieldsProps) {
  const field = fieldsOf(roleLabels, refusal)
  const hint = 'Solo per il collaboratore di un ufficio: aggiornerà le schede affidate a quell’ufficio'
  return (
    <>
      <input type="hidden" name="luogo" value={placeParameter(place.on)} />
      <SelectField {...field('ruolo')} none="Scegliere…" options={roleOptions(place.roles)} required />
      {place.roles.includes('contributor') &&
        (place.offices.length > 0 ? (
          <SelectField
            {...field('ufficio')}
            hint={hint}
            none="Nessuno"
            options={place.offices.map(({ name }) => [name, name])}
          />
        ) : (
          <TextField {...field('ufficio')} hint={hint} />
        ))}
      <DateField {...field('inizio')} value={refusal?.values.inizio ?? today} />
      <DateField
        {...field('fine')}
        hint={endRequired ? 'Compreso, al massimo 12 mesi dopo il primo' : 'Compreso; vuoto: finché non si revoca'}
        required={endRequired}
      />
    </>
  )
}

type PlacePickerProps = {
  /** The page to continue with after the choice. */
  readonly action: string
  readonly places: readonly NamedPlace[]
}

/** The form that chooses the place. It comes first, because roles and offices depend on it. */
export function PlacePicker({ action, places }: PlacePickerProps) {
  return (
    <form action={action} method="get">
      <SelectField
        name="luogo"
        label="Dove"
        hint="Un ruolo su una gestione associata vale per tutti i suoi enti"
        none="Scegliere…"
        value={undefined}
        options={places.map(({ on, name }) => [placeParameter(on), name])}
        required
      />
      <button type="submit" class="btn btn-primary">
        Continua
      </button>
    </form>
  )
}
