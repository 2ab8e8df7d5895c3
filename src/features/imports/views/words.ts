// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../kernel/money.ts'
import type { IconName } from '../../../ui/icon.tsx'
import type { Tone } from '../../../ui/tag.tsx'
import { type Edition, titleOf } from '../../catalogue/index.ts'
import { type Source, sureFrom } from '../model.ts'
import type { Assessment, Fault } from '../review/assess-proposals.ts'
import { kinds } from '../review/kinds.ts'
import type { ImportState } from '../review/model.ts'

/** The formats that can be imported, for a file field and in words. */
export const takenFormats = {
  endings: '.pdf,.docx,.odt,.xlsx,.csv,.txt,.md',
  words: 'PDF, Word (DOCX), OpenDocument (ODT), Excel (XLSX), CSV o testo (TXT, MD)',
} as const

/** The states of an import in words. */
export const stateLook: Readonly<Record<ImportState, readonly [Tone, IconName, string]>> = {
  reading: ['info', 'clock', 'In lettura'],
  ready: ['warning', 'help-circle', 'Da rivedere'],
  failed: ['danger', 'close-circle', 'Non letto'],
  applied: ['success', 'check-circle', 'Conclusa'],
  discarded: ['quiet', 'ban', 'Messa da parte'],
}

/** How sure a reading is, in words. */
export function confidenceLook(confidence: number): readonly [Tone, IconName, string] {
  if (confidence >= sureFrom) return ['success', 'check', 'Lettura sicura']
  return confidence >= 0.5
    ? ['warning', 'help-circle', 'Lettura incerta']
    : ['danger', 'warning-circle', 'Lettura molto incerta']
}

/** What accepting would do to the plan, in words. */
export const differenceLook: Readonly<Record<Assessment['difference'], readonly [Tone, IconName, string]>> = {
  new: ['info', 'plus-circle', 'Nuova'],
  changed: ['info', 'exchange-circle', 'Cambiata'],
  same: ['quiet', 'check', 'Uguale al piano'],
}

/** A place in the file: `pagina 12`, `foglio «Linee», celle A12:U12`, `riga 431`. */
export function placeWords({ page, line, sheet, range }: Source): string {
  const words = [
    page !== undefined && `pagina ${page}`,
    sheet !== undefined && `foglio «${sheet}»`,
    range !== undefined && (range.includes(':') ? `celle ${range}` : `cella ${range}`),
    line !== undefined && `riga ${line}`,
  ].filter((part) => part !== false)
  return words.length > 0 ? words.join(', ') : 'nel testo'
}

/** The name of a group of proposals: `Capitolo 4. Piattaforme`, `Iniziative`. */
export function groupTitle(group: string, edition: Edition | undefined): string {
  const number = /^capitolo-(\d)$/.exec(group)?.[1]
  if (number === undefined) return Object.entries(kinds).find(([kind]) => kind === group)?.[1].label ?? group
  const title = edition?.chapters.find((chapter) => String(chapter.number) === number)?.title
  return title ? `Capitolo ${number}. ${title}` : `Capitolo ${number}`
}

/** A problem of a proposal; in our own sheets with its cell, `cella M12, Stato: …`, and what to do. */
export function faultWords({ proposal }: Assessment, { field, message, remedy }: Fault): string {
  const label = kinds[proposal.kind].fields.find(({ name }) => name === field)?.label
  const cell = proposal.edited || field === undefined ? undefined : proposal.source.cells?.[field]
  const place = [cell && `cella ${cell}`, label].filter(Boolean).join(', ')
  return [place && `${place}:`, message, remedy && `(${remedy})`].filter(Boolean).join(' ')
}

/** What a proposal is about, besides its code: the title of its line; undefined when the name is enough. */
export function lineTitle({ proposal, subject }: Assessment, edition: Edition | undefined): string | undefined {
  const line = proposal.kind === 'entry' ? edition?.lines.find(({ code }) => code === subject) : undefined
  return line && titleOf(line)
}

/** `1,5 MB`, `320 KB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 2 ** 20
    ? `${formatNumber(Math.ceil(bytes / 1024))} KB`
    : `${formatNumber(Math.round((bytes / 2 ** 20) * 10) / 10)} MB`
