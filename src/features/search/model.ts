// SPDX-License-Identifier: AGPL-3.0-or-later

/** What may be found, in the order in which groups are shown. */
export const hitKinds = [
  'nationalLine',
  'entry',
  'initiative',
  'narrative',
  'evidence',
  'version',
  'comment',
  'attachment',
  'import',
  'published',
] as const
export type HitKind = (typeof hitKinds)[number]

/** A group of results as people read it: of many, of one. */
export const hitLabel = {
  nationalLine: { many: 'Linee d’azione del Piano nazionale', one: 'linea nazionale' },
  entry: { many: 'Schede dei piani', one: 'scheda' },
  initiative: { many: 'Iniziative', one: 'iniziativa' },
  narrative: { many: 'Testi dei piani', one: 'testo' },
  evidence: { many: 'Prove', one: 'prova' },
  version: { many: 'Versioni approvate', one: 'versione' },
  comment: { many: 'Osservazioni di revisione', one: 'osservazione' },
  attachment: { many: 'File allegati', one: 'file' },
  import: { many: 'File importati', one: 'file' },
  published: { many: 'Piani pubblicati', one: 'risultato' },
} satisfies Record<HitKind, { readonly many: string; readonly one: string }>

/** Text in pieces, those that were looked for marked. */
export type Segment = { readonly text: string; readonly marked: boolean }

/** The body that something is of. */
export type HitBody = { readonly slug: string; readonly name: string }

/** Something that was found. */
export type Hit = {
  readonly kind: HitKind
  /** Absent for national lines. */
  readonly body?: HitBody
  /** Of the plan, where it is part of one. */
  readonly triennium?: string
  /** Of national lines. */
  readonly edition?: string
  /** What it is in its plan: a code, a text's name, a number. */
  readonly key: string
  /** Of published plans: what part it is. */
  readonly part?: 'act' | 'entry' | 'narrative' | 'initiative'
  readonly title: string
  /** The title of the national line that it is about. */
  readonly lineTitle?: string
  /** What of it was looked for. */
  readonly excerpt: readonly Segment[]
  /** Of attached files: the line that they prove something of. */
  readonly usedBy?: { readonly triennium: string; readonly code: string }
}

/** Results of a kind: how many there are, and the ones to show. */
export type HitGroup = { readonly kind: HitKind; readonly count: number; readonly hits: readonly Hit[] }

/** What a person looks for. */
export type SearchRequest = {
  readonly text: string
  readonly body?: string | undefined
  /** Absent: the best of each kind. */
  readonly kind?: HitKind | undefined
  /** From 1; of one kind. */
  readonly page: number
}

/** What was found. */
export type SearchOutcome = {
  /** Of every kind that has any, in order; hits of the kinds that were asked for. */
  readonly groups: readonly HitGroup[]
  /** The bodies among which the person may choose, in Italian alphabetical order. */
  readonly bodies: readonly HitBody[]
  /** The text holds no word to look for: articles, prepositions, signs. */
  readonly wordless: boolean
}

/** Hits shown of each kind when no kind is chosen, and on a page of one kind. */
export const fewHits = 4
export const hitsPerPage = 20

/** The longest text that is looked for, in characters. */
export const longestQuery = 200
