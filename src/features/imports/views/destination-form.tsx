// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../platform/http/form-route.ts'
import { fieldsOf } from '../../../ui/forms/fields-of.ts'
import { SelectField } from '../../../ui/forms/form-fields.tsx'
import { editionName } from '../../catalogue/index.ts'
import { importPaths } from '../addresses.ts'
import type { ImportReview } from '../stored/readers.ts'
import type { ImportParams } from './address-words.ts'

export const destinationLabels = { triennio: 'Triennio del piano', edizione: 'Edizione del Piano nazionale' } as const

type DestinationFormProps = {
  readonly where: ImportParams
  readonly review: ImportReview
  readonly refusal: Refusal | undefined
}

/** The form that sets the plan for the proposals. */
export function DestinationForm({ where, review, refusal }: DestinationFormProps) {
  const { choices, plans } = review
  const known = plans.map(({ triennium, edition }) => `${triennium} sull’edizione ${editionName(edition)}`)
  return (
    <form action={importPaths.importDestination(where)} method="post" novalidate>
      <SelectField
        {...fieldsOf(destinationLabels, refusal)('triennio')}
        hint={
          known.length > 0 ? `L’ente ha già: ${known.join('; ')}.` : 'L’ente non ha ancora piani: se ne comincia uno.'
        }
        none="Scegliere"
        options={choices.triennia.map((triennium) => [triennium, triennium])}
        value={refusal?.values.triennio ?? choices.proposed.triennium}
        required
      />
      <SelectField
        {...fieldsOf(destinationLabels, refusal)('edizione')}
        none="Scegliere"
        options={choices.editions.map(({ id, title }) => [id, title])}
        value={refusal?.values.edizione ?? choices.proposed.edition}
        required
      />
      <button type="submit" class="btn btn-primary">
        Usa questo piano
      </button>
    </form>
  )
}
