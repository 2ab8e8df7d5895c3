// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { TimoneError, tooLarge } from '../../kernel/errors.ts'
import { formatNumber } from '../../kernel/money.ts'
import type { FormFields, FormRoute, UploadedFile } from './form-route.ts'

/** Fields of a multipart form besides its file, and the bytes of each. */
const mostFields = 20
const fieldLimit = 10_000

/**
 * Reads what a form sent.
 * @throws {TimoneError} `too-large` when the file is.
 */
export async function readForm(request: FastifyRequest, { encoding, limit }: FormRoute): Promise<FormFields> {
  if (encoding === 'multipart') return readMultipart(request, limit)
  return gather(Object.entries(request.body ?? {}))
}

async function readMultipart(request: FastifyRequest, limit: number): Promise<FormFields> {
  const fields: [string, unknown][] = []
  const limits = { fileSize: limit, files: 1, fields: mostFields, parts: mostFields + 1, fieldSize: fieldLimit }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields.push([part.fieldname, part.value])
    else {
      const file = await readFile(part, limit)
      if (file) fields.push([part.fieldname, file])
    }
  }
  return gather(fields)
}

/** A file, whole; undefined when the person chose none, which browsers send as an empty one without a name. */
async function readFile(part: MultipartFile, limit: number): Promise<UploadedFile | undefined> {
  try {
    const bytes = await part.toBuffer()
    return part.filename === '' && bytes.length === 0 ? undefined : { name: baseName(part.filename), bytes }
  } catch (error) {
    if (!part.file.truncated) throw error
    const problem = tooLarge(`Il file ${baseName(part.filename)}`, `${formatNumber(Math.floor(limit / 2 ** 20))} MB`)
    throw new TimoneError(problem.code, problem.message, [{ ...fault(problem), place: part.fieldname }])
  }
}

const fault = ({ problems, message }: TimoneError) => problems[0] ?? { place: '', message }

/** A file's name without folders and control characters, at most 200 characters. */
const baseName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(-200)

/** Fields by name, line ends as `\n`. */
const gather = (fields: readonly (readonly [string, unknown])[]): FormFields =>
  Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, values]) => {
      const [value, ...others] = values.map(([, item]) => (typeof item === 'string' ? unixLines(item) : item))
      return [name, (others.length === 0 ? value : [value, ...others]) as FormFields[string]]
    }),
  )

const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n')
