// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../kernel/text.ts'
import type { EditionDiff } from './editions/diff-editions.ts'
import type { ImportReport } from './editions/import-edition.ts'
import { formatTiming, titleOf } from './line-words.ts'
import type { Edition, Lineage } from './model.ts'

/**
 * A diff in words: a heading for each group, a row for each action line. Editions without a common code are of two
 * cycles: every line would be retired or new, which would say nothing.
 */
export function describeDiff(a: Edition, b: Edition, diff: EditionDiff): string[] {
  const compared = `Da ${a.id} (${plural(a.lines.length, 'linea', 'linee')}) a ${b.id} (${plural(b.lines.length, 'linea', 'linee')})`
  if (diff.retired.length + diff.unknown.length === a.lines.length) {
    return [
      compared,
      'Le due edizioni non hanno codici in comune: sono di cicli diversi.',
      'Per seguire una linea da un ciclo all’altro: timone catalogue lineage CODICE',
    ]
  }
  const names = new Map([...a.lines, ...b.lines].map((line) => [line.code, titleOf(line)]))
  const group = (title: string, codes: readonly string[], detail = (code: string) => names.get(code) ?? '') =>
    codes.length === 0
      ? []
      : ['', `${title}: ${codes.length}`, ...codes.map((code) => `  ${code}  ${detail(code)}`.trimEnd())]
  const dates = new Map(diff.redated.map(({ code, from, to }) => [code, `${formatTiming(from)} → ${formatTiming(to)}`]))
  return [
    compared,
    '',
    `Invariate: ${diff.kept.length}`,
    ...group('Riformulate', diff.reworded),
    ...group('Ripianificate', [...dates.keys()], (code) => `${dates.get(code)} (${names.get(code)})`),
    ...group('Nuovi destinatari', diff.readdressed),
    ...group('Ritirate', diff.retired),
    ...group(`Non si sa se siano ritirate, perché ${b.id} è conosciuta in parte`, diff.unknown),
    ...group('Nuove', diff.new),
  ]
}

/** The outcome of an import in words, without what could not be read. */
export function describeImport({
  edition,
  missing,
  toConfirm,
  redated,
  corrected,
  absent,
  kept,
}: ImportReport): string[] {
  const { id, chapters, objectives, results, lines, institutionalLines, provenance } = edition
  const gaps = [
    ['regola', missing.rule],
    ['titolo', missing.title],
    ['sintesi', missing.summary],
  ] as const
  const open = gaps.filter(([, codes]) => codes.length > 0)
  const list = (title: string, codes: readonly string[]) => (codes.length > 0 ? [`${title}: ${codes.join(', ')}`] : [])
  return [
    `Edizione ${id}, testi ufficiali da ${provenance?.source}: ${chapters.length} capitoli, ${objectives.length} obiettivi, ` +
      `${results.length} risultati attesi, ${lines.length} linee per le amministrazioni, ${institutionalLines.length} istituzionali.`,
    `Impronta SHA-256 della fonte: ${provenance?.sha256}`,
    ...list('Restano nel catalogo benché la fonte non le abbia', absent),
    ...list('Restano come nell’importazione precedente', kept),
    ...corrected.map(({ code, printed, read }) => `Refuso noto della fonte: ${code}, «${printed}» letto «${read}»`),
    ...redated.map(({ code, from, to }) => `Data cambiata: ${code}, ${formatTiming(from)} → ${formatTiming(to)}`),
    ...(toConfirm.length > 0
      ? [
          `Da confermare, perché riprese da ${edition.follows} e AgID ha cambiato il testo: ${plural(toConfirm.length, 'linea', 'linee')}.`,
          `  ${toConfirm.join(', ')}`,
        ]
      : []),
    open.length === 0
      ? 'Ogni linea ha regola, titolo e sintesi.'
      : `Mancano: ${open.map(([part, codes]) => `${part} a ${plural(codes.length, 'linea', 'linee')}`).join(', ')}.`,
    ...Object.entries(Object.groupBy(open, ([, codes]) => codes.join(', '))).map(
      ([codes, parts = []]) => `  ${parts.map(([part]) => part).join(', ')}: ${codes}`,
    ),
    ...(open.length + toConfirm.length > 0
      ? [`Per scriverle o confermarle: timone catalogue complete ${id}, o la pagina «Edizioni del piano nazionale».`]
      : []),
  ]
}

/** What became of one line, or what it comes from. */
export function describeLineage({ from, to, relation, certainty, near, reason }: Lineage): string[] {
  return [
    `${from} → ${to.join(', ') || 'nessuna linea'} (${relationLabel[relation]}, certezza ${certaintyLabel[certainty]})`,
    ...(reason ? [`  ${reason}`] : []),
    ...(near.length > 0 ? [`  Linee vicine: ${near.join(', ')}`] : []),
  ]
}

const relationLabel = {
  sameActivity: 'stessa attività',
  similar: 'attività simile',
  absorbed: 'confluita',
  none: 'non continua',
} satisfies Record<Lineage['relation'], string>

const certaintyLabel = { high: 'alta', medium: 'media', low: 'bassa' } satisfies Record<Lineage['certainty'], string>
