// SPDX-License-Identifier: AGPL-3.0-or-later

import { isDeepStrictEqual } from 'node:util'
import { formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { invalidInput, type Problem, type TimoneError } from '../../../kernel/errors.ts'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { type Correction, type Edition, EditionSchema } from '../model.ts'
import { readAgidJson } from '../official-text/agid-json.ts'
import { assembleEdition } from '../official-text/assemble-edition.ts'
import type { KnownSlips } from '../official-text/docs-italia/line.ts'
import { readTree } from '../official-text/docs-italia/tree.ts'
import { lostBy, type OfficialContent, withFormer } from '../official-text/former-import.ts'
import { type MissingParts, missingParts } from '../official-text/merge-official.ts'
import { readSource, type Source } from '../official-text/read-source.ts'
import type { Catalogue, OfficialEdition } from './catalogue.ts'
import { diffEditions, type Redating } from './diff-editions.ts'

/** The outcome of an import. */
export type ImportReport = {
  /** The edition as it is now. */
  readonly edition: Edition
  /** What is still to be written by hand. */
  readonly missing: MissingParts
  /** Lines whose rule, title or summary come from the edition that it follows, where AgID's text was another. */
  readonly toConfirm: readonly ActionLineCode[]
  /** Lines that had another date in the catalogue. The source's date wins. */
  readonly redated: readonly Redating[]
  /** Known slips of the source, and how they were read. */
  readonly corrected: readonly (Correction & { readonly code: ActionLineCode })[]
  /** Lines of the catalogue that the source does not have. They stay. */
  readonly absent: readonly string[]
  /** What only a former import of the edition had, and a partial one keeps. */
  readonly kept: readonly string[]
  /** What could not be read in the source: none, if the import is not partial. */
  readonly unread: readonly Problem[]
}

/** What to import. */
export type ImportWish = {
  /** Absolute. */
  readonly path: string
  /** The edition's id; a JSON file that names its own needs none, nor does the source of an edition that is known. */
  readonly id?: string
  /** The edition that it follows, and whose words it inherits; absent: what the source says, or the catalogue knows. */
  readonly follows?: string
  /** Takes what can be read, and keeps the rest as a former import had it. */
  readonly partial: boolean
  readonly today: IsoDate
}

/**
 * Imports a national edition: AgID's docs.italia folder, or a JSON file. An import that reads less does not replace more:
 * where something cannot be read, or a former import had more, nothing is stored, unless it is partial.
 * @throws {TimoneError} `unreadable-file`, `invalid-input` or `too-large`, with the place and what to do.
 */
export async function importEdition(catalogue: Catalogue, wish: ImportWish): Promise<ImportReport> {
  const { path, partial, today } = wish
  const source = await readSource(path)
  const { edition: named, follows: said, reading } = readingOf(source, knownSlips(catalogue, wish.id))
  const { content, unread } = assembleEdition(source.source, reading)
  const id = editionId(source.source, wish.id ?? named ?? editionLike(catalogue, content))
  const formerImport = catalogue.imported(id)
  const follows = followed(catalogue, id, wish.follows ?? said ?? formerImport?.follows)
  const lost = formerImport ? lostBy(formerImport, content) : []
  if (!partial && unread.length + lost.length > 0) throw readsLess(id, unread, lost, formerImport)

  const former = catalogue.ids().includes(id) ? catalogue.edition(id) : undefined
  const { files: _, ...origin } = source
  catalogue.saveImported({
    ...(formerImport ? withFormer(formerImport, content) : content),
    id,
    ...(follows !== undefined && { follows }),
    complete: unread.length === 0 || formerImport?.complete === true,
    provenance: { ...origin, importedOn: today },
  })
  const merged = catalogue.edition(id)
  const known = new Set([...content.lines.map(({ code }) => code), ...lost])
  return {
    edition: merged,
    missing: missingParts(merged),
    toConfirm: merged.lines.filter(({ toConfirm }) => toConfirm).map(({ code }) => code),
    redated: former ? diffEditions(former, merged).redated : [],
    corrected: [...content.lines, ...content.institutionalLines].flatMap(({ code, corrections = [] }) =>
      corrections.map((correction) => ({ code, ...correction })),
    ),
    absent: merged.lines.map(({ code }) => code).filter((code) => !known.has(code)),
    kept: lost,
    unread,
  }
}

const readingOf = ({ source, format, files }: Source, slips: KnownSlips) =>
  format === 'docs-italia'
    ? { edition: undefined, follows: undefined, reading: readTree(files, slips) }
    : readAgidJson(source, files[0]?.text ?? '')

/**
 * The edition that one says it follows. It must be known, and begin before it: so none follows itself, by no way round.
 * @throws {TimoneError} `invalid-input`
 */
function followed(catalogue: Catalogue, id: string, said: string | undefined): string | undefined {
  const earlier = catalogue.ids().filter((other) => other < id)
  if (said === undefined || earlier.includes(said)) return said
  throw invalidInput(`L’edizione ${id} non può seguire «${said}».`, [
    {
      place: '--follows',
      message: catalogue.ids().includes(said) ? `«${said}» non viene prima di ${id}` : `«${said}» non è nel catalogo`,
      remedy: earlier.length > 0 ? `indicare una di: ${earlier.join(', ')}` : 'togliere --follows',
    },
  ])
}

/** The slips that are known of the editions of the same triennium; of all editions, when it is not said which it is. */
function knownSlips(catalogue: Catalogue, id: string | undefined): KnownSlips {
  const like = catalogue.ids().filter((known) => id === undefined || known.slice(0, 9) === id.slice(0, 9))
  const lines = like.flatMap((known) => {
    const { lines, institutionalLines } = catalogue.edition(known)
    return [...lines, ...institutionalLines]
  })
  return new Map(
    [...Map.groupBy(lines, ({ code }) => code)].map(([code, same]) => {
      const corrections = same.flatMap(({ corrections = [] }) => corrections)
      return [code, [...new Map(corrections.map((correction) => [correction.printed, correction])).values()]]
    }),
  )
}

/** The one known edition whose lines have these codes and dates: AgID's tree does not name itself. */
function editionLike(catalogue: Catalogue, { lines }: OfficialContent): string | undefined {
  const datesOf = (of: readonly Pick<OfficialContent['lines'][number], 'code' | 'timing'>[]) =>
    new Map(of.map(({ code, timing }) => [code, timing]))
  const read = datesOf(lines)
  const like = catalogue.ids().filter((id) => isDeepStrictEqual(datesOf(catalogue.edition(id).lines), read))
  return like.length === 1 ? like[0] : undefined
}

function readsLess(
  id: string,
  unread: readonly Problem[],
  lost: readonly string[],
  former: OfficialEdition | undefined,
): TimoneError {
  const faults = [
    ...(unread.length > 0
      ? [plural(unread.length, 'voce della fonte non si legge', 'voci della fonte non si leggono')]
      : []),
    ...(lost.length > 0 ? [`${plural(lost.length, 'voce', 'voci')} dell’importazione precedente non ci sono più`] : []),
  ]
  return invalidInput(
    `L’edizione ${id} resta com’era: ${faults.join('; ')}. Per caricare ciò che si legge, tenendo il resto com’era: --partial.`,
    [
      ...unread,
      ...lost.map((place) => ({
        place,
        message: `c’era nell’importazione del ${formatDate(former?.provenance.importedOn ?? '')}, e la fonte non l’ha`,
        remedy: `controllare che la fonte sia intera; se era un errore di allora, cancellare catalogue/${id}.json nella cartella dei dati e importare di nuovo`,
      })),
    ],
  )
}

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
