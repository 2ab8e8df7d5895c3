// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { TimoneError, tooLarge, unreadableFile } from '../../kernel/errors.ts'
import { writeFiles } from '../../platform/files/write-files.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { type Profile, parseCanonical, readProfile } from '../profiles/index.ts'
import type { DocumentOptions, Format, Mending, WrittenDocument } from './model.ts'
import { readEmbeddedPlan } from './pdf/read-embedded-plan.ts'
import { preparePlan } from './prepare-plan.ts'
import { type DocumentTools, writePlan } from './write-plan.ts'

/** What to draft, and where. */
export type DraftRequest = {
  /** A `profile.yaml`, or a PDF of ours: then the plan that it embeds. */
  readonly source: string
  readonly outputDirectory: string
  readonly formats: readonly Format[]
  readonly options: DocumentOptions
}

/** A file that was written. */
export type DraftedFile = Pick<WrittenDocument, 'format' | 'pages' | 'rows'> & {
  readonly name: string
  readonly bytes: number
  readonly milliseconds: number
}

export type Draft = { readonly files: readonly DraftedFile[]; readonly mendings: readonly Mending[] }

const largestSource = 50 * 2 ** 20

/**
 * Reads one body's plan and writes its documents: all of them, or none.
 * @param onStep called before each step, with what is being done and how many steps are done of how many.
 * @throws {TimoneError} `invalid-profile`, `unreadable-file`, `not-a-plan` for a wrong source; `rendering-failed` or
 * `unprintable` for a document that cannot be produced.
 */
export async function draftPlan(
  { source, outputDirectory, formats, options }: DraftRequest,
  catalogue: Catalogue,
  tools: DocumentTools,
  onStep: (step: string, done: number, total: number) => void,
): Promise<Draft> {
  const total = formats.length + 2
  onStep('lettura del piano', 0, total)
  const profile = await readSource(source, catalogue)
  const plan = preparePlan(profile, catalogue, options, tools.canPrint)
  const drafted: { readonly file: DraftedFile; readonly content: Uint8Array }[] = []
  for (const format of formats) {
    onStep(`produzione ${format.toUpperCase()}`, drafted.length + 1, total)
    const started = performance.now()
    const { bytes: content, pages, rows } = await writePlan(plan, format, tools)
    const file = {
      format,
      name: `${plan.name}.${format}`,
      bytes: content.byteLength,
      milliseconds: performance.now() - started,
      ...(pages === undefined ? {} : { pages }),
      ...(rows === undefined ? {} : { rows }),
    }
    drafted.push({ file, content })
  }
  onStep('scrittura dei file', total - 1, total)
  writeFiles(
    outputDirectory,
    drafted.map(({ file: { name }, content }) => ({ name, bytes: content })),
  )
  return { files: drafted.map(({ file }) => file), mendings: plan.mendings }
}

async function readSource(path: string, catalogue: Catalogue): Promise<Profile> {
  const name = basename(path)
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile())
    throw unreadableFile(path, 'non è un file', 'indicare un profilo YAML o un PDF di Timone')
  if (size > largestSource) throw tooLarge(name, '50 MB')
  const content = readFileSync(path)
  if (content.subarray(0, 1024).includes('%PDF-')) {
    return parseCanonical(await readEmbeddedPlan(content).catch(inFile(name)), name, catalogue)
  }
  return readProfile(content, name, catalogue)
}

/** Says in which of the files the trouble is: several may be drafted together. */
const inFile = (name: string) => (error: unknown) => {
  if (!(error instanceof TimoneError)) throw error
  const problems = error.problems.map((problem) => ({ ...problem, place: `${name}, ${problem.place}` }))
  throw new TimoneError(error.code, error.message, problems)
}
