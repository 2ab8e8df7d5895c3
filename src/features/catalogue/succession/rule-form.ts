// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput } from '../../../kernel/errors.ts'
import {
  type AdministrationKind,
  administrationKinds,
  type FactName,
  FactsSchema,
} from '../../administrations/index.ts'
import { describeCondition } from '../applicability/reasons.ts'
import { type Addressees, AddresseesSchema, type Condition } from '../model.ts'

/** What a form says of a rule, by the name of its control. */
export type RuleValues = Readonly<Record<string, string>>

type Exception = NonNullable<Addressees['unless']>[number]

/** The controls of conditions and of exceptions, and how many a form can have. */
export const conditionNames = numbered('condizione')
export const exceptionNames = numbered('eccezione')

function numbered(word: string): readonly string[] {
  return Array.from({ length: 30 }, (_, at) => `${word}-${at}`)
}

/** The control of a kind of body. */
export const kindName = (kind: AdministrationKind): string => `tipo-${kind}`

const simpleConditions: readonly Exception[] = (Object.keys(FactsSchema.shape) as FactName[]).flatMap((fact) =>
  (fact === 'dataCentreGroup' ? (['none', 'A', 'B'] as const) : [true, false]).map((is) => ({ fact, is })),
)

const keyOf = ({ fact, is }: Pick<Condition, 'fact' | 'is'>): string => `${fact}=${String(is)}`

/** The conditions that a form offers, by key, in words. */
export const conditionOptions = simpleConditions.map(
  (condition) => [keyOf(condition), describeCondition(condition)] as const,
)

/** A condition that says more than the form’s own lists: it is offered as it is, in its place. */
export const isSpecial = ({ or, onlyFor, exceptFor }: Condition): boolean =>
  or !== undefined || onlyFor !== undefined || exceptFor !== undefined

const specialKey = (at: number): string => `com’è ${at}`

/** The option of a special condition that a rule has already. */
export const specialOption = (condition: Condition, at: number): readonly [string, string] => [
  specialKey(at),
  describeCondition(condition),
]

/** A rule as the form shows it; absent: a form without a rule. */
export function valuesOfRule(rule: Addressees | undefined): RuleValues {
  if (!rule) return { regola: 'manca' }
  const { kinds, exceptKinds = [], operators, population, conditions = [], unless = [], voluntary, sampleOnly } = rule
  return Object.fromEntries([
    ['regola', 'scritta'],
    ['enti', kinds ? 'soltanto' : 'tranne'],
    ...(kinds ?? exceptKinds).map((kind) => [kindName(kind), 'sì']),
    ...(operators ? [['gestori', 'sì']] : []),
    ...(population?.min === undefined ? [] : [['abitanti-da', String(population.min)]]),
    ...(population?.max === undefined ? [] : [['abitanti-a', String(population.max)]]),
    ...conditions.map((one, at) => [conditionNames[at], isSpecial(one) ? specialKey(at) : keyOf(one)]),
    ...unless.map((one, at) => [exceptionNames[at], keyOf(one)]),
    ...(voluntary ? [['facoltativa', 'sì']] : []),
    ...(sampleOnly ? [['campione', 'sì']] : []),
  ])
}

/**
 * The rule that a form says; undefined when it says that there is none yet.
 * @param former what the line had: its special conditions are taken from there.
 * @throws {TimoneError} `invalid-input`, with the control as the place.
 */
export function ruleOfValues(values: RuleValues, former: Addressees | undefined): Addressees | undefined {
  const { regola, enti, gestori, facoltativa, campione } = values
  if (regola !== 'scritta') return undefined
  // In the order that the rule had: a form that nobody changed changes nothing.
  const inOrder = new Set([...(former?.kinds ?? former?.exceptKinds ?? []), ...administrationKinds])
  const chosen = [...inOrder].filter((kind) => values[kindName(kind)])
  const only = enti === 'soltanto'
  if (only && chosen.length === 0) throw faulty('tipi', 'nessun tipo è scelto', 'sceglierne almeno uno')
  const conditions = conditionNames.flatMap((name) => conditionAt(values[name], former))
  const unless = exceptionNames.flatMap((name) => simpleOf(values[name]))
  const min = inhabitants(values, 'abitanti-da')
  const max = inhabitants(values, 'abitanti-a')
  if (min !== undefined && max !== undefined && min > max) {
    throw faulty('abitanti-a', 'è meno del numero da cui la fascia comincia', 'scambiare i due numeri')
  }
  return AddresseesSchema.parse({
    ...(chosen.length > 0 && (only ? { kinds: chosen } : { exceptKinds: chosen })),
    ...(gestori && !only && { operators: true }),
    ...((min ?? max) !== undefined && {
      population: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    }),
    ...(conditions.length > 0 && { conditions }),
    ...(unless.length > 0 && { unless }),
    ...(facoltativa && { voluntary: true }),
    ...(campione && { sampleOnly: true }),
  })
}

function conditionAt(key: string | undefined, former: Addressees | undefined): readonly Condition[] {
  const special = former?.conditions?.filter((one, at) => isSpecial(one) && specialKey(at) === key)
  return special && special.length > 0 ? special : simpleOf(key)
}

const simpleOf = (key: string | undefined): readonly Exception[] =>
  simpleConditions.filter((condition) => keyOf(condition) === key)

function inhabitants(values: RuleValues, name: string): number | undefined {
  const digits = values[name]?.replaceAll('.', '').trim()
  if (!digits) return undefined
  if (/^\d{1,8}$/.test(digits)) return Number(digits)
  throw faulty(name, 'non è un numero di abitanti', 'scriverlo in cifre, es. 5.000')
}

const faulty = (place: string, message: string, remedy: string) =>
  invalidInput('La regola non è stata scritta.', [{ place, message, remedy }])
