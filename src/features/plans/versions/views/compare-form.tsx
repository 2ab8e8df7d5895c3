// SPDX-License-Identifier: AGPL-3.0-or-later
import { SelectField } from '../../../../ui/forms/form-fields.tsx'
import { planPaths } from '../../addresses.ts'
import type { PlanAddress } from '../../plan/index.ts'
import { referenceName, referenceWord, type VersionReference } from '../version-reference.ts'

type CompareFormProps = {
  readonly comparable: readonly VersionReference[]
  readonly where: PlanAddress
  readonly standing: { readonly version: number }
}

/** Chooses what to compare: versions of the plan, the plan as it is, the body's other plans. */
export function CompareForm({ comparable, where, standing }: CompareFormProps) {
  if (comparable.length < 2) {
    return <p class="t-empty">Non c’è ancora niente con cui confrontare questo piano.</p>
  }
  const options = comparable.map(
    (reference) => [referenceWord(reference, where.triennium), referenceName(reference, where.triennium)] as const,
  )
  const versions = comparable.filter(({ triennium, number }) => triennium === where.triennium && number !== 'draft')
  const former = versions.find(({ number }) => number !== standing.version) ?? versions[0]
  return (
    <form class="t-panel" method="get" action={planPaths.comparison(where)}>
      <SelectField
        name="da"
        label="Da"
        options={options}
        value={former ? referenceWord(former, where.triennium) : options.at(-1)?.[0]}
      />
      <SelectField name="a" label="A" options={options} value="bozza" />
      <button type="submit" class="btn btn-primary">
        Confronta
      </button>
    </form>
  )
}
