// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../../kernel/money.ts'
import { FactsSchema, kindLabel } from '../../../administrations/index.ts'
import type { Addressees, Condition } from '../../../catalogue/index.ts'

/** To whom a line is addressed, in words: kinds of body, inhabitants, conditions, whether it is a choice. */
export function describeAddressees(addressees: Addressees | undefined): string {
  if (!addressees) return 'Non ancora indicato'
  const { kinds, exceptKinds, operators, population, conditions = [], unless = [], voluntary, sampleOnly } = addressees
  return [
    kinds?.map((kind) => kindLabel[kind]).join(', ') ??
      (operators ? 'Tutte le amministrazioni e i gestori di pubblici servizi' : 'Tutte le amministrazioni'),
    exceptKinds && `tranne ${exceptKinds.map((kind) => kindLabel[kind]).join(', ')}`,
    population && `comuni ${describeBand(population)}`,
    ...conditions.map(describeCondition),
    ...unless.map(({ fact, is }) => `tranne ${describeFact(fact, is)}`),
    sampleOnly && 'solo gli enti selezionati',
    voluntary && 'adesione facoltativa',
  ]
    .filter(Boolean)
    .join('; ')
}

function describeBand({ min, max }: NonNullable<Addressees['population']>): string {
  if (min === undefined) return `fino a ${formatNumber(max ?? 0)} abitanti`
  return max === undefined
    ? `da ${formatNumber(min)} abitanti`
    : `da ${formatNumber(min)} a ${formatNumber(max)} abitanti`
}

function describeCondition({ fact, or = [], is, onlyFor }: Condition): string {
  const words = [fact, ...or].map((name) => describeFact(name, is)).join(' o ')
  return onlyFor ? `${words} (${onlyFor.map((kind) => kindLabel[kind]).join(', ')})` : words
}

function describeFact(fact: Condition['fact'], is: Condition['is']): string {
  if (typeof is === 'string') return is === 'none' ? 'senza data center proprio' : `data center di gruppo ${is}`
  const words = FactsSchema.shape[fact].description ?? fact
  return `${is ? 'se' : 'se non'} ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
