// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { invalidInput, TimoneError, tooLarge } from '../../kernel/errors.ts'
import { typedText } from '../../kernel/text.ts'
import { cleanInput } from './clean-input.ts'
import type { FormFields, FormRoute, UploadedFile } from './form-route.ts'

/** Fields of a multipart form besides its file, and the bytes of each. */
const mostFields = 20
const fieldLimit = 10_000

/**
 * Reads what a form sent.
 * @throws {TimoneError} `too-large` when the file is too large.
 */
export async function readForm(request: FastifyRequest, { encoding, limit }: FormRoute): Promise<FormFields> {
  if (encoding === 'multipart') return readMultipart(request, limit)
  const isJson = /^application\/json\b/.test(request.headers['content-type'] ?? '')
  if (isJson !== (encoding === 'json')) throw invalidInput('Il modulo non è nel formato atteso.')
  return gather(Object.entries(request.body ?? {}))
}

async function readMultipart(request: FastifyRequest, limit: number): Promise<FormFields> {
  const fields: [string, unknown][] = []
  const limits = { fileSize: limit, files: 1, fields: mostFields, parts: mostFields + 1, fieldSize: fieldLimit }
  try {
    for await (const part of request.parts({ limits })) {
      fields.push([part.fieldname, part.type === 'field' ? part.value : await readFile(part, limit)])
    }
  } catch (error) {
    // The parser's own errors have no status: the form arrived incomplete.
    if (error instanceof TimoneError || (error instanceof Error && 'statusCode' in error)) throw error
    throw invalidInput('Il modulo è arrivato incompleto: inviarlo di nuovo.')
  }
  return gather(fields.filter(([, value]) => value !== undefined))
}

/** The file; undefined when the person chose none. Browsers then send an empty file without a name. */
async function readFile(part: MultipartFile, limit: number): Promise<UploadedFile | undefined> {
  const name = baseName(part.filename)
  try {
    const bytes = await part.toBuffer()
    return name === '' && bytes.length === 0 ? undefined : { name, bytes }
  } catch (error) {
    if (!part.file.truncated) throw error
    const { code, message, problems } = tooLarge(`Il file ${name}`, `${Math.floor(limit / 2 ** 20)} MB`)
    const inField = problems.map((problem) => ({ ...problem, place: part.fieldname }))
    throw new TimoneError(code, message, inField)
  }
}

/** A file's name without folders and control characters, at most 200 characters. */
const baseName = (name = ''): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(-200)

/** Fields by name, with what they say as a person can have typed it. */
const gather = (fields: readonly (readonly [string, unknown])[]): FormFields =>
  Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, values]) => {
      const [value, ...others] = values.map(([, item]) => cleanInput(item))
      return [typedText(name), (others.length === 0 ? value : [value, ...others]) as FormFields[string]]
    }),
  )
