// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IconName } from '../../../ui/icon.tsx'
import type { Format } from '../model.ts'

/** A format as it is offered for download. */
type FormatWords = {
  readonly name: string
  /** Its use. */
  readonly purpose: string
  readonly icon: IconName
  readonly contentType: string
  /** True for printed documents: the layout of the lines can be chosen. */
  readonly paged: boolean
  /** The only kinds of records that it holds, each with its fields, and why; absent: it holds every field of every kind. */
  readonly holds?: {
    readonly kinds: Readonly<Record<string, 'every field' | readonly string[]>>
    readonly because: string
  }
}

/** Every format in words for people. */
export const formatWords = {
  pdf: {
    name: 'PDF',
    purpose: 'Da approvare e pubblicare: PDF/A-3a e PDF/UA-1, con i dati del piano allegati.',
    icon: 'file-pdf',
    contentType: 'application/pdf',
    paged: true,
  },
  docx: {
    name: 'DOCX',
    purpose: 'Da modificare con Word o un altro programma di scrittura.',
    icon: 'file-docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    paged: true,
  },
  odt: {
    name: 'ODT',
    purpose: 'Da modificare con LibreOffice: formato aperto.',
    icon: 'file-odt',
    contentType: 'application/vnd.oasis.opendocument.text',
    paged: true,
  },
  html: {
    name: 'HTML',
    purpose: 'Una pagina sola, accessibile, da leggere o pubblicare sul sito.',
    icon: 'file-xml',
    contentType: 'text/html; charset=utf-8',
    paged: true,
  },
  xlsx: {
    name: 'XLSX',
    purpose:
      'Tutto il piano in un foglio di calcolo, con filtri: linee, scadenze, iniziative, spesa, testi, dati dell’ente.',
    icon: 'file-xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    paged: false,
  },
  csv: {
    name: 'CSV',
    purpose: 'Le linee in una tabella di testo, separate da punto e virgola.',
    icon: 'file-csv',
    contentType: 'text/csv; charset=utf-8',
    paged: false,
    holds: {
      kinds: { entry: 'every field' },
      because: 'Le righe di una tabella sono di un genere solo: il resto del piano è nell’XLSX e nel JSON.',
    },
  },
  ics: {
    name: 'iCalendar',
    purpose: 'Le scadenze, da aggiungere alla propria agenda.',
    icon: 'calendar',
    contentType: 'text/calendar; charset=utf-8',
    paged: false,
    holds: {
      kinds: { entry: ['status'] },
      because: 'Un’agenda ha eventi, non testi: di ogni linea dice la data e lo stato.',
    },
  },
  json: {
    name: 'JSON',
    purpose: 'Tutti i dati del piano, per un altro programma o per riprenderlo in Timone.',
    icon: 'file-json',
    contentType: 'application/json; charset=utf-8',
    paged: false,
  },
} satisfies Record<Format, FormatWords>

/** A format in words, for who goes through all of them. */
export const wordsOfFormat = (format: Format): FormatWords => formatWords[format]
