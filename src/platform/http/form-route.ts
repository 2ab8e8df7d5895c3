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

/** The file that a multipart form carries, whole. Its name and what it says it is are claims: readers look inside. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a form sends, by field; a field that came twice is a list, which no schema takes for a text. */
export type FormFields = Readonly<Record<string, string | UploadedFile | readonly unknown[]>>

/** Why a form was refused, and what was typed in it. */
export type Refusal = {
  readonly message: string
  /** The place of what concerns a field is its name. */
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
  /** What does not pass is a page that does not exist. */
  readonly params?: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  /** Fields left empty count as absent, unknown ones are ignored, what does not pass is refused with 422. */
  readonly body: z.ZodType<Body>
  /** How the form is sent; `multipart` may carry one file, `json` is what programs send. */
  readonly encoding?: Encoding
  /** Bytes that what is sent may weigh; more is refused with 413. */
  readonly limit?: number
  /** Answers `seeOther` when it is done. */
  readonly handle: (input: FormInput<Parameters> & { readonly body: Body }) => Promise<Answer> | Answer
  /** The page that has the form, with what was typed and what is wrong with it. Absent: the error page says it. */
  readonly again?: (input: FormInput<Parameters>, refusal: Refusal) => Promise<VNode> | VNode
}

/** A declared form, its types closed over. */
export type FormRoute = {
  readonly method: 'POST'
  readonly path: string
  readonly permission: Permission
  readonly encoding: Encoding
  readonly limit: number
  /** @throws {TimoneError} what the page of the form cannot say. */
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
        const { message, problems } = error
        return page(await again(input, { message, problems, values }), statusOf(error))
      }
    },
  }
}

/** What the person can put right in the form itself. */
const correctable = [409, 413, 422, 429]

const textsOf = (fields: FormFields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'))

/** Schema of the field that holds the file. @param missing what to say when none was chosen */
export const fileField = (missing: string) =>
  z.custom<UploadedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value, missing)
