// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AdministrationDetails,
  type Facts,
  type KnownFacts,
  knownBeforehand,
  withKnown,
} from '../../administrations/index.ts'
import type { ActionLine, Addressees, Applicability, BindingDuty, Edition } from '../model.ts'
import { type Answers, conditionFindings, exceptionFindings, type Finding, holds, isAddressed } from './conditions.ts'
import { assessDuties, dutiesOn, underLaw } from './law.ts'
import {
  type Band,
  choiceReason,
  kindExcluded,
  kindIncluded,
  populationAbove,
  populationBelow,
  populationUnknown,
  populationWithin,
  ruleMissing,
  ruleToConfirm,
} from './reasons.ts'

/** The body's decision on each voluntary line: true when it does it. */
export type Choices = Readonly<Record<string, boolean>>

/**
 * Tells whether a line binds a body, and why. The parts of the rule are read in order: kind, population, conditions,
 * choice. A clear no wins over all; then what only the body’s will decides, since the rest matters only if it wants to;
 * an unknown wins over a yes.
 * @param choices the body's decisions on voluntary lines, by code.
 * @param among the lines of the edition: they tell when a population is in two bands.
 * @param known what is known of the body without its saying so.
 */
export function assessLine(
  administration: AdministrationDetails,
  facts: Facts,
  choices: Choices | undefined,
  line: ActionLine,
  among: readonly ActionLine[] = [line],
  known: KnownFacts = new Map(),
): Applicability {
  const { addressees, toConfirm } = line
  if (addressees === undefined) return { verdict: 'to-verify', reason: ruleMissing }
  const choice = addressees.voluntary ? [choiceFinding(line.code, choices?.[line.code])] : []
  const answer = assessRule(administration, { facts: withKnown(facts, known), known }, addressees, among, choice)
  return toConfirm ? { ...answer, reason: `${answer.reason}. ${ruleToConfirm(toConfirm.edition)}` } : answer
}

/** Judges a body by a rule. @param others what else decides, after the rule. */
function assessRule(
  administration: AdministrationDetails,
  answers: Answers,
  rule: Addressees,
  among: readonly ActionLine[],
  others: readonly Finding[] = [],
): Applicability {
  const kind = kindFinding(administration, rule)
  const particulars = [
    ...exceptionFindings(answers, rule.unless),
    ...populationFindings(administration, rule.population, among),
    ...conditionFindings(administration, answers, rule.conditions),
    ...others,
  ]
  const against = [kind, ...particulars].find(({ answer }) => answer === 'no')
  if (against !== undefined) return { verdict: 'does-not-apply', reason: against.reason }
  const unsaid = particulars.filter(({ answer }) => answer === 'unsaid')
  const told = unsaid.length > 0 ? unsaid : particulars.length > 0 ? particulars : [kind]
  const reason = told.map((finding) => finding.reason).join('. ')
  const missing = told.flatMap((finding) => ('missing' in finding ? finding.missing : []))
  if (missing.length === 0) return { verdict: 'applies', reason }
  return { verdict: unsaid.length > 0 ? 'to-choose' : 'to-verify', reason, missing }
}

/** What binds a body: the verdict on each line of an edition, by code, in its order, and the duties of the law. */
export type Assessment = {
  readonly verdicts: ReadonlyMap<string, Applicability>
  readonly duties: readonly BindingDuty[]
}

/** What of an edition, and of the law beside it, binds a body. The law is stronger than what the plan leaves free. */
export function assessBody(
  administration: AdministrationDetails,
  facts: Facts,
  choices: Choices | undefined,
  edition: Edition,
): Assessment {
  const known = knownBeforehand(edition.known, administration, facts)
  const answers = { facts: withKnown(facts, known), known }
  const binding = assessDuties(edition.duties, (rule) => assessRule(administration, answers, rule, []))
  const verdicts = edition.lines.map((line): [string, Applicability] => {
    const own = assessLine(administration, facts, choices, line, edition.lines, known)
    return [line.code, underLaw(own, dutiesOn(edition, line.code), binding)]
  })
  return { verdicts: new Map(verdicts), duties: binding }
}

/** The applicability of every line of an edition to a body, by code, in the edition's order. */
export const assessEdition = (...of: Parameters<typeof assessBody>): Assessment['verdicts'] =>
  assessBody(...of).verdicts

const kindFinding = ({ kind }: AdministrationDetails, addressed: Addressees): Finding =>
  isAddressed(addressed, kind)
    ? { answer: 'yes', reason: kindIncluded(addressed, kind) }
    : { answer: 'no', reason: kindExcluded(addressed, kind) }

function populationFindings(
  { kind, population }: AdministrationDetails,
  band: Band | undefined,
  among: readonly ActionLine[],
): Finding[] {
  if (band === undefined || kind !== 'municipality') return []
  if (population === undefined)
    return [{ answer: 'unknown', reason: populationUnknown(band), missing: 'administration.population' }]
  if (band.min !== undefined && population < band.min) {
    return [{ answer: 'no', reason: populationBelow(population, band.min, band) }]
  }
  if (band.max !== undefined && population > band.max) {
    return [{ answer: 'no', reason: populationAbove(population, band.max, band) }]
  }
  const others = bandsOf(among).filter((other) => holds(other, population) && !sameBand(other, band))
  return [{ answer: 'yes', reason: populationWithin(population, band, others) }]
}

/** The bands of population that lines name, each once. Found once for an edition's lines, which do not change. */
function bandsOf(lines: readonly ActionLine[]): readonly Band[] {
  const known = bandsOfLines.get(lines)
  if (known) return known
  const named = lines.flatMap(({ addressees }) => addressees?.population ?? [])
  const bands = named.filter((band, index) => named.findIndex((other) => sameBand(other, band)) === index)
  bandsOfLines.set(lines, bands)
  return bands
}

const bandsOfLines = new WeakMap<readonly ActionLine[], readonly Band[]>()

const sameBand = (one: Band, other: Band): boolean => one.min === other.min && one.max === other.max

function choiceFinding(code: string, choice: boolean | undefined): Finding {
  const reason = choiceReason(choice)
  if (choice === undefined) return { answer: 'unsaid', reason, missing: `plan.choices.${code}` }
  return { answer: choice ? 'yes' : 'no', reason }
}
