// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ErrorCode, type Problem, TimoneError } from '../../../kernel/errors.ts'
import type { Blocks } from '../model.ts'

/** What the process that reads a file says of it, as JSON: its blocks, why it is refused, or what went wrong. */
export type Answer =
  | { readonly blocks: Blocks }
  | { readonly refused: { readonly code: ErrorCode; readonly message: string; readonly problems: readonly Problem[] } }
  | { readonly fault: string }

/** How far reading has got; sent as a message while it goes on. */
export type Progress = { readonly page: number; readonly pages: number }

/** Puts what reading gave, or threw, into words that leave the process. */
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
