// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'

/**
 * What a document for word processors carries with it: the plan, exactly, and the words of each cell and section as they
 * were printed, so that whoever reads it back knows what somebody changed since.
 */
export const PrintedPlanSchema = z.strictObject({
  format: z.literal('timone/1'),
  /** The plan’s canonical JSON. */
  plan: z.string(),
  /** By the address of a cell, the fingerprint of its words. */
  cells: z.record(z.string(), z.string()),
  /** The fingerprints of every other paragraph, headings and captions too. */
  paragraphs: z.array(z.string()),
})
export type PrintedPlan = z.infer<typeof PrintedPlanSchema>

/** Where the plan is in a DOCX and in an ODT. */
export const carriedIn = { docx: 'customXml/item1.xml', odt: 'timone/plan.json' } as const

/** The namespace of the part of a DOCX that holds it. */
export const carriedNamespace = 'urn:timone:plan:1'

/** The address of a cell: the caption of its table, the words that begin its row, the heading of its column. */
export const cellAddress = (caption: string, row: string, heading: string): string =>
  [caption, row, heading].map(plainWords).join(' | ')

/** Words without what programs change by themselves: blanks, bullets and numbers of lists. */
export const plainWords = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:(?:[•◦▪–-]|\d{1,3}[.)])(?:\s+|$))+/u, ''))
    .join('')
    .replace(/[\s\p{Cc}\p{Cf}\p{Co}]+/gu, '')
    .normalize('NFC')

/** The fingerprint of words: FNV-1a of 64 bits, which tells changes made in good faith and guards against nothing else. */
export function wordsFingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(plainWords(text))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
