// SPDX-License-Identifier: AGPL-3.0-or-later
import { typedText } from '../../kernel/text.ts'

/**
 * What a request says, with every text in it as a person can have typed it (`typedText`), names of fields too, at any
 * depth. Bytes of files stay as they are.
 */
export function cleanInput(given: unknown): unknown {
  if (typeof given === 'string') return typedText(given)
  if (Array.isArray(given)) return given.map(cleanInput)
  if (typeof given !== 'object' || given === null || given instanceof Uint8Array) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [typedText(name), cleanInput(value)]))
}
