// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../../kernel/dates.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { faultOf } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { DateField, fieldId, SelectField } from '../../../../ui/forms/form-fields.tsx'
import { administrationPaths } from '../../addresses.ts'
import type { Membership } from '../../readers.ts'

/** The fields of both forms, by name. */
export const membershipLabels = {
  ente: 'Ente',
  dal: 'Ne fa parte dal',
  al: 'Primo giorno in cui non ne fa più parte',
}

type FormProps = {
  /** The association's slug. */
  readonly slug: string
  readonly today: IsoDate
  readonly refusal?: Refusal | undefined
}

type LeavingProps = FormProps & { readonly one: Membership }

/** The form to end a membership. */
export function Leaving({ slug, one: { administration, leftOn }, today, refusal }: LeavingProps) {
  if (leftOn) return '–'
  const typed = refusal?.values.ente === administration.slug ? refusal.values.al : undefined
  const fault = typed === undefined || !refusal ? undefined : faultOf(refusal.problems, 'al')
  const id = typed === undefined ? `uscita-${administration.slug}` : fieldId('al')
  return (
    <details class="t-details" open={typed !== undefined}>
      <summary>
        Registra l’uscita<span class="visually-hidden"> di {administration.name}</span>
      </summary>
      <form action={administrationPaths.associationLeavings({ association: slug })} method="post">
        <input type="hidden" name="ente" value={administration.slug} />
        <div class="t-input">
          <label for={id}>{membershipLabels.al}</label>
          {fault && <p class="t-input-error">{fault}</p>}
          <input type="date" id={id} name="al" value={typed ?? today} />
        </div>
        <button type="submit" class="btn btn-outline-primary btn-sm">
          Registra<span class="visually-hidden"> l’uscita di {administration.name}</span>
        </button>
      </form>
    </details>
  )
}

/** The form to add a member. */
export function Joining({
  slug,
  today,
  candidates,
  refusal,
}: FormProps & { readonly candidates: readonly { readonly slug: string; readonly name: string }[] }) {
  const refused = refusal?.values.al === undefined ? refusal : undefined
  return (
    <section class="t-panel" aria-labelledby="aggiungi">
      <h2 id="aggiungi" class="h4">
        Aggiungi un ente
      </h2>
      {candidates.length === 0 ? (
        <p>
          Tutti gli enti registrati ne fanno già parte.{' '}
          <a href={administrationPaths.administrationNew({})}>Registra un altro ente</a>.
        </p>
      ) : (
        <form action={administrationPaths.associationMembers({ association: slug })} method="post" novalidate>
          <SelectField
            {...fieldsOf(membershipLabels, refused)('ente')}
            none="Scegliere…"
            options={candidates.map(({ slug, name }) => [slug, name])}
            required
          />
          <DateField
            {...fieldsOf(membershipLabels, refused)('dal')}
            hint="Il giorno in cui ha effetto la convenzione per questo ente"
            value={refused?.values.dal ?? today}
            required
          />
          <button type="submit" class="btn btn-primary">
            Aggiungi l’ente
          </button>
        </form>
      )}
    </section>
  )
}
