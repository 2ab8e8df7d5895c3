// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ErrorCode, type Problem, TimoneError } from '../../../kernel/errors.ts'
import type { CatalogueFolders } from '../../catalogue/index.ts'
import type { ImportOptions } from '../import-plan.ts'
import type { ImportedPlan } from '../model.ts'
import type { Limits } from './watch-limits.ts'

/** What the process that reads a file is asked, besides the file. */
export type Task = {
  /** The file's name, for messages, and for formats that the content does not tell. */
  readonly name: string
  readonly limits: Limits
  readonly options: ImportOptions
  readonly catalogue: CatalogueFolders
}

/** The answer of the process that reads a file, as JSON: its plan, why it is refused, or what went wrong. */
export type Answer =
  | { readonly plan: ImportedPlan }
  | { readonly refused: { readonly code: ErrorCode; readonly message: string; readonly problems: readonly Problem[] } }
  | { readonly fault: string }

/** The progress of reading in Italian words, sent as a message meanwhile. */
export type Progress = { readonly words: string }

/** Turns the result or the error of reading into the answer. */
export async function toAnswer(reading: Promise<ImportedPlan>): Promise<Answer> {
  try {
    return { plan: await reading }
  } catch (error) {
    if (!(error instanceof TimoneError))
      return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    const { code, message, problems } = error
    return { refused: { code, message, problems } }
  }
}
