// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFiles } from '../../../platform/files/write-files.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Profile } from '../../profiles/index.ts'
import type { DocumentOptions, Format, Mending, WrittenDocument } from '../model.ts'
import { preparePlan } from './prepare-plan.ts'
import { type DocumentTools, writePlan } from './write-plan.ts'

/** What to draft, and where. */
export type DraftRequest = {
  /** A `profile.yaml`, or one of our PDFs, for the plan that it embeds. */
  readonly source: string
  readonly outputDirectory: string
  readonly formats: readonly Format[]
  readonly options: DocumentOptions
  /** The name of the files, without the ending; absent: that of `fileName`. */
  readonly name?: string | undefined
}

/** A written file. */
export type DraftedFile = Pick<WrittenDocument, 'format' | 'pages' | 'rows'> & {
  readonly name: string
  readonly bytes: number
  readonly milliseconds: number
}

export type Draft = { readonly files: readonly DraftedFile[]; readonly mendings: readonly Mending[] }

/**
 * Writes the documents of one body's plan, all or none.
 * @param onStep called before each step, with its name, the steps done and the total.
 * @throws {TimoneError} `rendering-failed` or `unprintable` for a document that cannot be produced, `unavailable` when
 * the folder cannot be written.
 */
export async function draftPlan(
  profile: Profile,
  { outputDirectory, formats, options, name }: Omit<DraftRequest, 'source'>,
  catalogue: Catalogue,
  tools: DocumentTools,
  onStep: (step: string, done: number, total: number) => void,
): Promise<Draft> {
  const total = formats.length + 2
  onStep('composizione del piano', 0, total)
  const plan = preparePlan(profile, catalogue, options, tools.canPrint)
  const drafted: { readonly file: DraftedFile; readonly content: Uint8Array }[] = []
  for (const format of formats) {
    onStep(`produzione ${format.toUpperCase()}`, drafted.length + 1, total)
    const started = performance.now()
    const { bytes: content, pages, rows } = await writePlan(plan, format, tools)
    const file = {
      format,
      name: `${name ?? plan.name}.${format}`,
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
