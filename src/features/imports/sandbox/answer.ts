// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ErrorCode, type Problem, TimoneError } from '../../../kernel/errors.ts'
import type { Blocks } from '../model.ts'

/** The answer of the process that reads a file, as JSON: its blocks, why it is refused, or what went wrong. */
export type Answer =
  | { readonly blocks: Blocks }
  | { readonly refused: { readonly code: ErrorCode; readonly message: string; readonly problems: readonly Problem[] } }
  | { readonly fault: string }

/** The progress of reading, sent as a message meanwhile. */
export type Progress = { readonly page: number; readonly pages: number }

/** Turns the result or the error of reading into the answer. */
export async function toAnswer(reading: Promise<Blocks>): Promise<Answer> {
  try {
    return { blocks: await reading }
  } catch (error) {
    if (!(error instanceof TimoneError))
      return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    const { code, message, problems } = error
    return { refused: { code, message, problems } }
  }
}
