// SPDX-License-Identifier: AGPL-3.0-or-later
import { joinLines, type Lexicon } from '../layout/join-lines.ts'
import type { Section } from '../layout/outline.ts'
import type { Source } from '../model.ts'
import type { Field } from '../reading/vocabulary.ts'
import { findCodes, onlyCode, type PrintedCode, readExpectedResult, readObjective } from '../values/codes.ts'
import { readFundingSources, readOffices } from '../values/lists.ts'
import type { FoundEntry } from './recogniser.ts'

/** The lines of each field of a fiche or of a table's row. */
export type FieldLines = ReadonlyMap<Field, readonly string[]>

/** What an entry is made from, in any layout. */
export type EntryMaterial = {
  readonly fields: FieldLines
  readonly section: Section
  readonly source: Source
  readonly confidence: number
  readonly warnings: readonly string[]
}

/**
 * Labelled lines → the entries of the codes that they name: one, or more when a cell names several; none without a
 * code. A text after the code is the official text, unless another is labelled so.
 */
export function buildEntries(
  { fields, section, source, confidence, warnings }: EntryMaterial,
  lexicon: Lexicon,
): readonly FoundEntry[] {
  const text = (field: Field): string | null => joinLines(fields.get(field) ?? [], lexicon) || null
  const codeText = text('code') ?? ''
  const codes = codesOf(codeText)
  const [first] = codes
  if (first === undefined) return []
  const afterCode = codeText.slice(codes.at(-1)?.end).replace(/^[\s.:–—-]+/, '')
  const shared = {
    objective: readObjective(text('objective') ?? '') ?? section.objective ?? null,
    expectedResult:
      readExpectedResult(text('expectedResult') ?? '') ?? readExpectedResult(text('objective') ?? '') ?? null,
    timing: text('timing'),
    officialText: text('officialText') ?? (afterCode.length > 12 ? afterCode : null),
    activity: text('activity'),
    status: text('status'),
    responsible: readOffices(fields.get('responsible') ?? fields.get('office') ?? [], lexicon),
    funding: readFundingSources(fields.get('funding') ?? [], lexicon),
    plannedDate: text('plannedDate'),
    completedDate: text('completedDate'),
    notes: text('notes'),
    source,
    confidence: codes.length > 1 ? confidence * 0.7 : confidence,
    warnings:
      codes.length > 1
        ? [...warnings, `la stessa scheda cita ${codes.length} codici: ne è nata una per codice`]
        : warnings,
  }
  return codes.map((printed) => ({ printed, ...shared }))
}

/**
 * A cell of codes: one code, several separated by commas, or one followed by words. A code in the middle of a text does
 * not count.
 */
function codesOf(text: string): readonly PrintedCode[] {
  const alone = onlyCode(text)
  if (alone !== undefined) return [alone]
  const codes = findCodes(text)
  const between = codes.map(({ start }, index) => text.slice(codes[index - 1]?.end ?? 0, start))
  return codes.filter((_, index) => between.slice(0, index + 1).every((words) => /^[\s,;/e()–-]*$/.test(words)))
}
