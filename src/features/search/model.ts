// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ActionLineCode, Slug, Triennium } from '../../kernel/ids.ts'
/** A text in pieces; the pieces that match are marked. */
export type Segment = { readonly text: string; readonly marked: boolean }

/** The body to which a result belongs. */
export type HitBody = { readonly slug: Slug; readonly name: string }

/** Something that was found. */
export type Hit = {
  /** The name of its kind. */
  readonly kind: string
  /** Absent for national lines. */
  readonly body?: HitBody
  /** The plan's triennium, for parts of a plan. */
  readonly triennium?: Triennium
  /** The edition, for national lines. */
  readonly edition?: string
  /** Its key in the plan: a code, a text's name, a number. */
  readonly key: string
  /** For published plans: the kind of part. */
  readonly part?: string
  readonly title: string
  /** The title of the national line that it is about. */
  readonly lineTitle?: string
  /** The matching piece of its text. */
  readonly excerpt: readonly Segment[]
  /** For attached files: the line for which they are evidence. */
  readonly usedBy?: { readonly triennium: Triennium; readonly code: ActionLineCode }
}

/** The results of one kind: their number, and those to show. */
export type HitGroup = { readonly kind: string; readonly count: number; readonly hits: readonly Hit[] }

/** A search. */
export type SearchRequest = {
  readonly text: string
  readonly body?: string | undefined
  /** Absent: the best of each kind. */
  readonly kind?: string | undefined
  /** The page, from 1, for a single kind. */
  readonly page: number
}

/** What was found. */
export type SearchOutcome = {
  /** Every kind with results, in order, with hits for the kinds that were asked for. */
  readonly groups: readonly HitGroup[]
  /** The bodies to choose from, in Italian alphabetical order. */
  readonly bodies: readonly HitBody[]
  /** True when the text has no word to search for, only articles, prepositions or signs. */
  readonly wordless: boolean
}

/** The number of hits shown for each kind when none is chosen, and on a page of one kind. */
export const fewHits = 4
export const hitsPerPage = 20

/** The longest text of a search, in characters. */
export const longestQuery = 200
