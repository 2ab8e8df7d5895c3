// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AdministrationDetails,
  type AdministrationKind,
  type Facts,
  type FactsContent,
  type KnownFacts,
  ownDecisions,
} from '../../administrations/index.ts'
import type { Addressees, Condition } from '../model.ts'
import { type Band, factReason } from './reasons.ts'

/** The answer of one part of a rule; `unsaid`: only the body’s will decides it, and it has not said. */
export type Finding =
  | { readonly answer: 'yes' | 'no'; readonly reason: string }
  | { readonly answer: 'unknown' | 'unsaid'; readonly reason: string; readonly missing: string }

/** What is known of a body, and which of it without its saying so. */
export type Answers = { readonly facts: Facts; readonly known: KnownFacts }

/** A no for each exception that the body is under, as far as is known. */
export const exceptionFindings = ({ facts, known }: Answers, exceptions: Addressees['unless'] = []): Finding[] =>
  exceptions
    .filter(({ fact, is }) => facts[fact] === is)
    .map(({ fact, is }) => ({ answer: 'no', reason: factReason(fact, is, facts[fact], known.get(fact)) }))

/**
 * The facts that a rule asks of a body, whatever they are; none where its kind is not addressed, and the inhabitants alone
 * where they exclude it.
 */
export function factsAsked(
  addressees: Addressees,
  { kind, population }: Pick<AdministrationDetails, 'kind' | 'population'>,
): ReadonlySet<keyof FactsContent> {
  const { population: band, conditions = [], unless = [] } = addressees
  if (!isAddressed(addressees, kind)) return new Set()
  const counted = band && kind === 'municipality' ? ['population' as const] : []
  if (band && counted.length > 0 && population !== undefined && !holds(band, population)) return new Set(counted)
  return new Set([
    ...counted,
    ...conditions.filter((one) => isAskedOf(one, kind)).flatMap(({ fact, or = [] }) => [fact, ...or]),
    ...unless.map(({ fact }) => fact),
  ])
}

/** Whether so many inhabitants are in a band, both ends included. */
export const holds = ({ min = 0, max = Number.POSITIVE_INFINITY }: Band, population: number): boolean =>
  min <= population && population <= max

/** Whether a rule names the kind. «Le PA» means the administrations, not the operators of public services. */
export const isAddressed = ({ kinds, exceptKinds, operators }: Addressees, kind: AdministrationKind): boolean =>
  kinds?.includes(kind) ??
  ((operators === true || kind !== 'publicServiceOperator') && exceptKinds?.includes(kind) !== true)

/** What the conditions say that count for the body’s kind. */
export const conditionFindings = (
  { kind }: AdministrationDetails,
  answers: Answers,
  conditions: readonly Condition[] = [],
): Finding[] =>
  conditions
    .filter((condition) => isAskedOf(condition, kind))
    .flatMap((condition) => conditionFinding(answers, condition))

/** Whether a condition counts for a kind of body. */
export const isAskedOf = (
  { onlyFor, exceptFor }: Pick<Condition, 'onlyFor' | 'exceptFor'>,
  kind: AdministrationKind,
): boolean => (onlyFor?.includes(kind) ?? true) && !exceptFor?.includes(kind)

/** The finding of a condition: of the fact that decides it or, while none does, one for each that is not known. */
function conditionFinding({ facts, known }: Answers, { fact, or = [], is }: Condition): readonly Finding[] {
  const asked = [fact, ...or].map((name) => ({
    name,
    value: facts[name],
    reason: factReason(name, is, facts[name], known.get(name)),
  }))
  const holding = asked.find(({ value }) => value === is)
  if (holding) return [{ answer: 'yes', reason: holding.reason }]
  const open = asked.filter(({ value }) => value === undefined)
  if (open.length === 0) return [{ answer: 'no', reason: asked.map(({ reason }) => reason).join('. ') }]
  return open.map(({ name, reason }) => ({
    answer: ownDecisions.has(name) ? 'unsaid' : 'unknown',
    reason,
    missing: `facts.${name}`,
  }))
}
