// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AdministrationDetails,
  type Facts,
  type KnownFacts,
  knownBeforehand,
  withKnown,
} from '../../administrations/index.ts'
import type { ActionLine, Addressees, Applicability, Edition } from '../model.ts'
import { conditionFindings, exceptionFindings, type Finding, holds, isAddressed } from './conditions.ts'
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
  const { addressees } = line
  if (addressees === undefined) return { verdict: 'to-verify', reason: ruleMissing }
  const kind = kindFinding(administration, addressees)
  const answers = { facts: withKnown(facts, known), known }
  const particulars = [
    ...exceptionFindings(answers, addressees.unless),
    ...populationFindings(administration, addressees.population, among),
    ...conditionFindings(administration, answers, addressees.conditions),
    ...(addressees.voluntary ? [choiceFinding(line.code, choices?.[line.code])] : []),
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

/** The applicability of every line of an edition to a body, by code, in the edition's order. */
export function assessEdition(
  administration: AdministrationDetails,
  facts: Facts,
  choices: Choices | undefined,
  edition: Edition,
): ReadonlyMap<string, Applicability> {
  const known = knownBeforehand(edition.known, administration, facts)
  return new Map(
    edition.lines.map((line) => [line.code, assessLine(administration, facts, choices, line, edition.lines, known)]),
  )
}

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
