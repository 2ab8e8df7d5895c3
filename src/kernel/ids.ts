// SPDX-License-Identifier: AGPL-3.0-or-later

declare const brand: unique symbol

/** A primitive that the compiler keeps apart from others of the same shape. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }

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
