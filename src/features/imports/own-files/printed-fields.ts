// SPDX-License-Identifier: AGPL-3.0-or-later
import { storedDate } from '../../../kernel/printed-dates.ts'
import { statuses, statusLabel } from '../../plans/index.ts'
import type { ExactRecord } from '../model.ts'

/** How the words of a printed field are read; undefined: they cannot be. */
type ReadWords = (text: string) => unknown

const markdown: ReadWords = (text) => text.replaceAll(/^•\s*/gm, '- ')
const line: ReadWords = (text) => text.replaceAll('\n', ' ')
const items: ReadWords = (text) => text.split('\n').map((item) => item.replace(/^(?:•|\d+\.)\s*/, ''))
const dateOrWords: ReadWords = (text) => storedDate(text.replaceAll('\n', ' '))
const status: ReadWords = (text) => statuses.find((one) => statusLabel[one] === text.trim())

/** The rows of a card whose words can be read back, by their label. */
const cards: Readonly<Record<'entry' | 'initiative', Readonly<Record<string, readonly [field: string, ReadWords]>>>> = {
  entry: {
    'Attività dell’ente': ['activity', markdown],
    Stato: ['status', status],
    Uffici: ['offices', items],
    Finanziamento: ['funding', items],
    'Data prevista': ['planned', dateOrWords],
    Completamento: ['completed', dateOrWords],
    Note: ['notes', markdown],
  },
  initiative: {
    Titolo: ['title', line],
    Descrizione: ['description', markdown],
    Ufficio: ['office', line],
    Responsabile: ['responsible', line],
    'Data o periodo': ['planned', dateOrWords],
    Risorse: ['resources', markdown],
    Passi: ['steps', items],
    'Risultati attesi': ['expectedResults', items],
    Stato: ['status', status],
  },
}

/**
 * The records with one field as the document words it now; undefined when the place is not a field that can be read back.
 * @param place the caption of the card, the label of the row.
 */
export function changedField(
  records: readonly ExactRecord[],
  [caption = '', label = '']: readonly string[],
  text: string,
): readonly ExactRecord[] | undefined {
  const record = recordOf(records, caption)
  if (!record || (record.kind !== 'entry' && record.kind !== 'initiative')) return undefined
  const [field, read] = cards[record.kind][label] ?? []
  const value = read?.(text)
  if (field === undefined || value === undefined) return undefined
  const changed: ExactRecord = {
    ...record,
    record: { ...record.record, [field]: value },
    warnings: [...record.warnings, `${label}: letto dal documento, dove qualcuno l’ha cambiato dopo la stampa.`],
  }
  return records.map((one) => (one === record ? changed : one))
}

/** The record of a card: `Scheda CAP1.PA.01`, `Iniziativa 3`. A line of which nothing was said gets its first record. */
function recordOf(records: readonly ExactRecord[], caption: string): ExactRecord | undefined {
  const code = /^Scheda (\S+)$/.exec(caption.trim())?.[1]
  if (code !== undefined) return records.find(({ kind, record }) => kind === 'entry' && record.code === code)
  const number = /^Iniziativa (\d+)$/.exec(caption.trim())?.[1]
  return number === undefined ? undefined : records.filter(({ kind }) => kind === 'initiative')[Number(number) - 1]
}
