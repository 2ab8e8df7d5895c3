// SPDX-License-Identifier: AGPL-3.0-or-later

/** A line's code as a plan prints it: `CAP4.PA.LA06`, `CAP3.PA17`, `CAP.PA.LA19`. */
export type PrintedCode = {
  readonly printed: string
  /** Absent when the plan left it out. */
  readonly chapter?: number
  /** The scheme `CAPn.PA.LAnn`, used up to 2022-2024. */
  readonly legacy: boolean
  readonly number: number
  /** Its position in the text. */
  readonly start: number
  readonly end: number
}

/** Narrow columns break codes anywhere, even more than once: `CAP1.P⏎A.01`, `CAP1.PA.0⏎1`. */
const code =
  /(?<![\p{L}\d.])C\s?A\s?P[\s._-]{0,3}(\d)?[\s._-]{0,3}P\s?A[\s._-]{0,3}(L\s?A)?[\s._-]{0,3}(\d{2,3}|[0-2]\s\d|\d)(?![\d\p{L}])/giu

/** The codes of action lines in a text, in order, with any punctuation. */
export function findCodes(text: string): readonly PrintedCode[] {
  return [...text.matchAll(code)].map(([printed, chapter, legacy, number], index, all) => ({
    printed: printed.replace(/\s+/g, ''),
    ...(chapter !== undefined && { chapter: Number(chapter) }),
    legacy: legacy !== undefined,
    number: Number(number?.replace(/\s/, '')),
    start: startOf(all, index),
    end: startOf(all, index) + printed.length,
  }))
}

const startOf = (matches: readonly RegExpMatchArray[], index: number): number => matches[index]?.index ?? 0

/** The code of a cell that holds only a code (a full stop, brackets or a dash do not count). */
export function onlyCode(text: string): PrintedCode | undefined {
  const [first, ...others] = findCodes(text)
  const rest = first === undefined ? 'x' : text.slice(0, first.start) + text.slice(first.end)
  return others.length === 0 && /^[\s().:;–-]*$/.test(rest) ? first : undefined
}

/** A code as its scheme writes it: `CAP4.PA.06`, `CAP4.PA.LA06`. */
export const writeCode = (chapter: number, number: number, legacy: boolean): string =>
  `CAP${chapter}.PA.${legacy ? 'LA' : ''}${String(number).padStart(2, '0')}`

const objective = /(?<![\p{L}\d])(?:OB|OBB?IETTIVO|OBB?)[\s.:_-]{0,3}(\d{1,2})\s?[.,]\s?(\d{1,2})(?![\d])/iu
const expectedResult = /(?<![\p{L}\d])R\.?\s?A\.?[\s:_-]{0,2}(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?(?![\d])/iu

/** `OB.1.1 – …`, `Obbiettivo 3.2`, `4.1` alone → `1.1`; undefined when there is none. */
export function readObjective(text: string): string | undefined {
  const [, chapter, number] = objective.exec(text) ?? /^\s*(\d)\.(\d{1,2})\.?\s*$/.exec(text) ?? []
  return chapter === undefined ? undefined : `${Number(chapter)}.${Number(number)}`
}

/** `RA1.1.2`, `R.A. 1.1.2` → `RA1.1.2`; undefined when there is none. */
export function readExpectedResult(text: string): string | undefined {
  const [, chapter, objective, number] = expectedResult.exec(text) ?? []
  return number === undefined ? undefined : `RA${chapter}.${objective}.${number}`
}

/** True when a text begins with the name of an objective or of an expected result, or with the title of either. */
export const startsWithReference = (text: string): boolean => {
  const at = Math.min(...[objective, expectedResult].map((pattern) => pattern.exec(text)?.index ?? Number.MAX_VALUE))
  return /^[\s•●-]*$/.test(text.slice(0, at)) && at < text.length
}

const exampleBefore = /(?:\bes\.?|\bad es\.?|esempio|e\.g\.)\s*[:,]?\s*["“«]?\s*$/iu

/** True when the code is an example in a legend («es: CAP1.PA.19»), not a line of the plan. */
export const isExample = (text: string, { start }: PrintedCode): boolean =>
  exampleBefore.test(text.slice(Math.max(0, start - 20), start))
