// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../kernel/text.ts'
import type { OfficialEdition } from '../editions/catalogue.ts'
import type { ActionLine, Edition } from '../model.ts'

/**
 * Merges AgID's own texts into an edition, by code. What AgID prints wins (texts, dates, results, titles of chapters
 * and objectives). What is Timone's stays (rules, short titles, summaries), and so does everything that the source does
 * not have: nothing is ever deleted.
 * @param shipped undefined for an edition that Timone does not ship: it then consists of the official texts alone.
 */
export function mergeOfficial(shipped: Edition | undefined, official: OfficialEdition): Edition {
  const { id, complete, provenance, follows } = official
  const code = (record: { readonly code: string }) => record.code
  return {
    ...(shipped ?? { ...unknownEdition(id), complete, ...(follows !== undefined && { follows }) }),
    chapters: layOver(shipped?.chapters, official.chapters, ({ number }) => String(number)),
    objectives: layOver(shipped?.objectives, official.objectives, code),
    results: layOver(shipped?.results, official.results, code),
    lines: layOver(shipped?.lines, official.lines, code, ({ addressees, title, summary }) => ({
      ...(addressees && { addressees }),
      ...(title && { title }),
      ...(summary && { summary }),
    })),
    institutionalLines: layOver(shipped?.institutionalLines, official.institutionalLines, code, ({ title }) =>
      title ? { title } : {},
    ),
    provenance,
  }
}

/** Codes of the lines for administrations that nobody has yet given a rule, a title or a summary. */
export type MissingParts = { readonly rule: string[]; readonly title: string[]; readonly summary: string[] }

/** What must still be written by hand before an edition can be tailored to a body. */
export function missingParts({ lines }: Pick<Edition, 'lines'>): MissingParts {
  const without = (part: keyof ActionLine) => lines.filter((line) => line[part] === undefined).map(({ code }) => code)
  return { rule: without('addressees'), title: without('title'), summary: without('summary') }
}

function layOver<Ours extends object, Theirs extends Ours>(
  ours: readonly Ours[] = [],
  theirs: readonly Theirs[],
  keyOf: (record: Ours) => string,
  kept: (record: Ours) => Partial<Ours> = () => ({}),
): Ours[] {
  const merged = new Map(ours.map((record) => [keyOf(record), record]))
  for (const record of theirs) {
    const own = merged.get(keyOf(record))
    merged.set(keyOf(record), own ? { ...record, ...kept(own) } : record)
  }
  return [...merged.values()].sort((a, b) => compareItalian(keyOf(a), keyOf(b)))
}

function unknownEdition(id: string): Omit<Edition, 'complete' | 'chapters' | 'objectives' | 'results'> {
  const [from = '', to = '', ...update] = id.split('-')
  const suffix = update.length > 0 ? `, ${update.join(' ').replace('update', 'aggiornamento')}` : ''
  return {
    id,
    title: `Piano triennale per l’informatica nella Pubblica Amministrazione ${from}-${to}${suffix}`,
    triennium: { from: Number(from), to: Number(to) },
    lines: [],
    institutionalLines: [],
  }
}
