// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import { type Edition, EditionSchema } from '../model.ts'
import { readAgidJson } from '../official-text/agid-json.ts'
import { assembleEdition } from '../official-text/assemble-edition.ts'
import { readTree } from '../official-text/docs-italia/tree.ts'
import { type MissingParts, missingParts } from '../official-text/merge-official.ts'
import { readSource, type Source } from '../official-text/read-source.ts'
import type { Catalogue } from './catalogue.ts'
import { diffEditions, type Redating } from './diff-editions.ts'

/** The outcome of an import. */
export type ImportReport = {
  /** The edition as it is now. */
  readonly edition: Edition
  /** What is still to be written by hand. */
  readonly missing: MissingParts
  /** Lines that had another date in the catalogue. The source's date wins. */
  readonly redated: readonly Redating[]
  /** Lines of the catalogue that the source does not have. They stay. */
  readonly absent: readonly string[]
  /** Lines that only an earlier import of the same edition had. They are gone. */
  readonly dropped: readonly string[]
  /** What could not be read in the source. */
  readonly unread: readonly Problem[]
}

/**
 * Imports a national edition: AgID's docs.italia folder, or a JSON file. A problem that stops the import leaves nothing
 * behind.
 * @param path absolute.
 * @param id the edition's id; a JSON file that names its own needs none.
 * @throws {TimoneError} `unreadable-file`, `invalid-input` or `too-large`, with the place and what to do.
 */
export async function importEdition(
  catalogue: Catalogue,
  { path, id, today }: { readonly path: string; readonly id?: string; readonly today: IsoDate },
): Promise<ImportReport> {
  const source = await readSource(path)
  const { edition, reading } = readingOf(source)
  const { content, unread } = assembleEdition(source.source, reading)
  const { files: _, ...origin } = source
  const official = {
    id: editionId(source.source, id ?? edition),
    ...content,
    provenance: { ...origin, importedOn: today },
  }

  const former = catalogue.ids().includes(official.id) ? catalogue.edition(official.id) : undefined
  catalogue.saveImported(official)
  const merged = catalogue.edition(official.id)
  const change = former && diffEditions(former, merged)
  const inSource = new Set<string>(official.lines.map(({ code }) => code))
  return {
    edition: merged,
    missing: missingParts(merged),
    redated: change?.redated ?? [],
    absent: merged.lines.map(({ code }) => code).filter((code) => !inSource.has(code)),
    dropped: change?.retired ?? [],
    unread,
  }
}

const readingOf = ({ source, format, files }: Source) =>
  format === 'docs-italia'
    ? { edition: undefined, reading: readTree(files) }
    : readAgidJson(source, files[0]?.text ?? '')

/** `2024-2026-agg-2025`, as AgID's branches are named → `2024-2026-update-2025`. */
function editionId(source: string, given: string | undefined): string {
  const id = given?.replace(/-agg-(?=\d{4}$)/, '-update-')
  if (id === undefined) {
    throw invalidInput(`La fonte ${source} non dice di quale edizione è.`, [
      { place: source, message: 'manca l’edizione', remedy: 'aggiungere --edition, per esempio --edition 2027-2029' },
    ])
  }
  if (EditionSchema.shape.id.safeParse(id).success) return id
  throw invalidInput(`«${id}» non è un’edizione.`, [
    {
      place: '--edition',
      message: `«${id}»`,
      remedy: 'scrivere 2027-2029, o 2024-2026-update-2025 per un aggiornamento',
    },
  ])
}
