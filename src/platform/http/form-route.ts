// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import { z } from 'zod'
import { type Problem, TimoneError } from '../../kernel/errors.ts'
import type { ParameterNames, Path } from '../../kernel/path.ts'
import type { Permission } from '../../kernel/permission.ts'
import { type Answer, page } from './answer.ts'
import { statusOf } from './failure.ts'
import { parseBody, parseParams } from './parse-input.ts'
import type { Asker } from './route.ts'

type Encoding = 'urlencoded' | 'multipart' | 'json'

/** The file that a multipart form carries. Its name and its declared type prove nothing: readers look inside. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a form sends, by field. A field that came twice is a list, so no schema accepts it as a text. */
export type FormFields = Readonly<Record<string, string | UploadedFile | readonly unknown[]>>

/** Why a form was refused, and what was typed in it. */
export type Refusal = {
  readonly message: string
  /** A problem with a field has the field's name as its place. */
  readonly problems: readonly Problem[]
  readonly values: Readonly<Record<string, string>>
}

/** What a form's handler receives: parameters and fields as their schemas make them, today's date, and who asks. */
type FormInput<Parameters> = { readonly params: Parameters } & Asker

/** A form that a page sends, as a feature declares it. */
export type FormDeclaration<Pattern extends string, Parameters, Body> = {
  readonly method: 'POST'
  readonly path: Path<Pattern>
  readonly permission: Permission
  /** Parameters that do not pass mean that the page does not exist (404). */
  readonly params?: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  /** Empty fields count as absent and unknown ones are ignored. What does not pass is refused with 422. */
  readonly body: z.ZodType<Body>
  /** How the form is sent; `multipart` may carry one file, `json` is what programs send. */
  readonly encoding?: Encoding
  /** The largest size in bytes; more is refused with 413. */
  readonly limit?: number
  /** Answers `seeOther` on success. */
  readonly handle: (input: FormInput<Parameters> & { readonly body: Body }) => Promise<Answer> | Answer
  /** The page with the form again, showing what was typed and what is wrong. Absent: the error page tells it. */
  readonly again?: (input: FormInput<Parameters>, refusal: Refusal) => Promise<VNode> | VNode
}

/** A declared form. Its parameter types are no longer visible from outside. */
export type FormRoute = {
  readonly method: 'POST'
  readonly path: string
  readonly permission: Permission
  readonly encoding: Encoding
  readonly limit: number
  /** @throws {TimoneError} what the form's own page cannot tell. */
  submit(params: unknown, readFields: () => Promise<FormFields>, asker: Asker): Promise<Answer>
}

const usualLimit = 64 * 1024

/** Declares a form; the parameters' schema must have the names that are in the path. */
export function formRoute<Pattern extends string, Parameters, Body>(
  declaration: FormDeclaration<Pattern, Parameters, Body>,
): FormRoute {
  const { method, path, permission, params, body, encoding = 'urlencoded', limit = usualLimit } = declaration
  const { handle, again } = declaration
  return {
    method,
    path: path.pattern,
    permission,
    encoding,
    limit,
    async submit(givenParams, readFields, asker) {
      const input: FormInput<Parameters> = { params: parseParams(params, givenParams), ...asker }
      let values = {}
      try {
        const fields = await readFields()
        values = textsOf(fields)
        return await handle({ ...input, body: parseBody(body, fields) })
      } catch (error) {
        if (!again || !(error instanceof TimoneError) || !correctable.includes(statusOf(error))) throw error
        const { message, problems, retryAfter } = error
        return page(await again(input, { message, problems, values }), { status: statusOf(error), retryAfter })
      }
    },
  }
}

/** Errors that the person can correct in the form itself. */
const correctable = [409, 413, 422, 429]

const textsOf = (fields: FormFields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'))

/** Schema of the field that holds the file. @param missing what to say when none was chosen */
export const fileField = (missing: string) =>
  z.custom<UploadedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value, missing)
