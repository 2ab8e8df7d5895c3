// SPDX-License-Identifier: AGPL-3.0-or-later

import type { z } from 'zod'

/** A primitive that the compiler keeps apart from others of the same shape; a schema with `.brand<Name>()` gives it. */
export type Branded<T, Name extends string> = T & z.core.$brand<Name>

/** The word of a body in addresses: `vallechiara`. */
export type Slug = Branded<string, 'Slug'>

/**
 * A word as a body's slug, unchecked: for a slug that is made from a name, and for a word that a body is looked for by
 * (of the command line, of a form's boxes, of a test): one that no body has is not found. Empty where there is no body.
 * Otherwise the schema `Slug` checks what pages and files give.
 */
export const slugOf = (word: string): Slug => word as Slug

/** The three years of a body's plan: `2026-2028`. */
export type Triennium = Branded<string, 'Triennium'>

/**
 * Words as a triennium, unchecked: for one that is made from years, and for words that a plan is looked for by (of the
 * command line, of the file of a stranger, of a test). Empty where there is no plan. Otherwise the schema `Triennium`
 * checks what pages and files give.
 */
export const trienniumOf = (words: string): Triennium => words as Triennium

/** What AgID calls an action line: `CAP4.PA.14`. Unique in its edition. */
export type ActionLineCode = string

/** The tenant: the row key of an administration in the store. A positive integer. */
export type AdministrationId = Branded<number, 'AdministrationId'>

/** The row key of a body's plan in the store; unique within its administration. */
export type PlanId = Branded<number, 'PlanId'>

/**
 * Validates a tenant key that came from outside.
 * @throws {RangeError} when the value is not a positive safe integer: only such numbers may become database settings.
 */
export function administrationId(value: unknown): AdministrationId {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
    throw new RangeError('administration id must be a positive integer')
  }
  return value as AdministrationId
}
