// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate } from '../../../kernel/dates.ts'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import type { ActionLine, Edition, Timing } from '../../catalogue/index.ts'
import type { ImportedEntry } from '../model.ts'
import type { FoundEntry } from '../recognisers/recogniser.ts'
import { writeCode } from '../values/codes.ts'
import { likeness } from '../values/likeness.ts'
import { readTiming } from '../values/timing.ts'

/** A code proposed for an entry, what was mended to get it, and how sure it is. */
type Proposal = { readonly code: ActionLineCode; readonly warnings: readonly string[]; readonly sureness: number }

/**
 * Gives every entry its code in the edition: first by the printed code, with punctuation and scheme mended; then by the
 * official text, if the edition has it; then by date and objective. A doubtful match lowers `confidence` and says why:
 * it is only proposed. Exact repetitions of an entry are left out.
 */
export const matchLines = (found: readonly FoundEntry[], edition: Edition | undefined): readonly ImportedEntry[] =>
  withoutRepetitions(
    found.map(({ printed, ...entry }) => {
      const { code, warnings, sureness } = edition
        ? checked(propose(printed, entry, edition), entry, edition)
        : { code: asPrinted(printed), warnings: [], sureness: 0.9 }
      return {
        ...entry,
        code,
        codeAsPrinted: printed.printed,
        confidence: Math.round(entry.confidence * sureness * 100) / 100,
        warnings: [...entry.warnings, ...warnings],
      }
    }),
  )

type Unmatched = Omit<FoundEntry, 'printed'>
type Printed = FoundEntry['printed']

/** True when the edition writes its codes `CAPn.PA.LAnn`. */
export const isLegacy = (edition: Edition): boolean => edition.lines.some(({ code }) => code.includes('.LA'))

const asPrinted = ({ chapter, number, legacy, printed }: Printed): string =>
  chapter === undefined ? printed : writeCode(chapter, number, legacy)

function propose(printed: Printed, entry: Unmatched, edition: Edition): Proposal {
  const legacy = isLegacy(edition)
  if (printed.chapter === undefined) return proposeChapter(printed, entry, edition)
  const code = writeCode(printed.chapter, printed.number, legacy)
  const mended = code === printed.printed.toUpperCase() ? [] : [`codice stampato ${printed.printed}, letto ${code}`]
  const isKnown = edition.lines.some((line) => line.code === code)
  if (isKnown) return { code, warnings: mended, sureness: mended.length > 0 && printed.legacy !== legacy ? 0.9 : 1 }
  if (!edition.complete) return { code, warnings: mended, sureness: 0.95 }
  return { code, warnings: [...mended, `${code} non è una linea dell’edizione ${edition.id}`], sureness: 0.5 }
}

/** For a code without chapter: of the lines with that number, the one that fits objective, date and text best. */
function proposeChapter(printed: Printed, entry: Unmatched, edition: Edition): Proposal {
  const timing = readTiming(entry.timing ?? '')
  const candidates = edition.lines
    .filter(({ code }) => Number(/\d+$/.exec(code)?.[0]) === printed.number)
    .map((line) => {
      const signs = [
        line.objective === `OB.${entry.objective}`,
        Number(entry.objective?.split('.')[0]) === line.chapter,
        timing !== undefined && sameTiming(timing, line.timing),
        likeness(entry.officialText ?? '', textOf(line)) > 0.3,
      ]
      return { line, signs: signs.filter(Boolean).length }
    })
    .sort((a, b) => b.signs - a.signs)
  const [best, second] = candidates
  if (best === undefined || best.signs === 0) {
    return {
      code: printed.printed,
      warnings: [`codice stampato ${printed.printed}, senza capitolo: la linea non si riconosce`],
      sureness: 0.3,
    }
  }
  const isDoubtful = best.signs === second?.signs
  const others = candidates.filter(({ signs }) => signs === best.signs).map(({ line }) => line.code)
  return {
    code: best.line.code,
    warnings: [
      `codice stampato ${printed.printed}, senza capitolo: proposto ${best.line.code}${isDoubtful ? `, ma può essere ${others.slice(1).join(' o ')}` : ' per obiettivo e data'}`,
    ],
    sureness: isDoubtful ? 0.4 : 0.7,
  }
}

/** Compares the printed entry with the edition's line. */
function checked(proposal: Proposal, entry: Unmatched, edition: Edition): Proposal {
  const line = edition.lines.find(({ code }) => code === proposal.code)
  if (line === undefined) return proposal
  const elsewhere = lineOfText(line, entry, edition)
  if (elsewhere !== undefined) {
    const warning = `il testo è quello di ${elsewhere.code}: verificare il codice`
    return { ...proposal, warnings: [...proposal.warnings, warning], sureness: proposal.sureness * 0.5 }
  }
  const timing = readTiming(entry.timing ?? '')
  if (timing === undefined || sameTiming(timing, line.timing)) return proposal
  const warning = `la data stampata («${entry.timing}») non è quella dell’edizione (${timingWords(line.timing)})`
  return { ...proposal, warnings: [...proposal.warnings, warning], sureness: proposal.sureness * 0.95 }
}

/**
 * Another line whose official text is printed in the entry; of lines with the same text, the one with the printed date.
 */
function lineOfText(line: ActionLine, { officialText, timing }: Unmatched, edition: Edition): ActionLine | undefined {
  if (officialText === null || line.officialText === undefined) return undefined
  const own = likeness(officialText, line.officialText)
  if (own > 0.6) return undefined
  const printed = readTiming(timing ?? '')
  return edition.lines
    .map((other) => ({ other, alike: likeness(officialText, other.officialText ?? '') }))
    .filter(({ alike }) => alike > Math.max(0.8, own + 0.3))
    .sort((a, b) => b.alike - a.alike || Number(isAt(printed, b.other)) - Number(isAt(printed, a.other)))[0]?.other
}

const isAt = (timing: Timing | undefined, line: ActionLine): boolean =>
  timing !== undefined && sameTiming(timing, line.timing)

/** True for the same kind and month: editions have the day where plans print only the month. */
export const sameTiming = (a: Timing, b: Timing): boolean =>
  a.kind === 'in-force' || b.kind === 'in-force'
    ? a.kind === b.kind
    : a.kind === b.kind && a.date.slice(0, 7) === b.date.slice(0, 7)

const timingWords = (timing: Timing): string =>
  timing.kind === 'in-force' ? 'in vigore' : `${timing.kind === 'from' ? 'dal' : 'entro il'} ${formatDate(timing.date)}`

const textOf = ({ officialText, title = '', summary = '' }: ActionLine): string => officialText ?? `${title} ${summary}`

/** Leaves out an entry that repeats an earlier one word for word, under the same objective or none. */
function withoutRepetitions(entries: readonly ImportedEntry[]): readonly ImportedEntry[] {
  const seen = new Map<string, Set<string | null>>()
  return entries.filter(({ code, officialText, timing, activity, status, objective }) => {
    const content = JSON.stringify([code, officialText, timing, activity, status])
    const objectives = seen.get(content) ?? new Set()
    const isRepeated = objectives.has(objective) || (objective === null && objectives.size > 0)
    seen.set(content, objectives.add(objective))
    return !isRepeated
  })
}
