// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, unreadableFile } from '../../../kernel/errors.ts'
import { splitOwners } from './owners.ts'
import { emptyReading, type Placed, type Reading } from './reading.ts'

const any = z.unknown()
const EditionJson = z.object({
  edition: z.string().optional(),
  follows: z.string().optional(),
  chapters: z.array(any).min(1),
  objectives: z.array(any).min(1),
  results: z.array(any),
  lines_pa: z.array(any).min(1),
  lines_ist: z.array(any),
})

const ChapterJson = z.object({ n: any, title: any }).transform(({ n, title }) => ({ number: n, title }))

const ObjectiveJson = z.object({ code: any, chapter: any, title: any })

/** Blank targets there mean that nothing is printed for the year. */
const ResultJson = z
  .object({ code: any, objective: any, title: any, targets: z.array(z.object({ year: any, text: z.string() })) })
  .transform(({ targets, ...rest }) => ({ ...rest, targets: targets.filter(({ text }) => text !== '') }))

const LineJson = z.object({
  code: any,
  chapter: any,
  objective: any,
  results: any,
  /** A line in force needs no date. */
  timing: z.object({ kind: any, date: any.optional() }),
  replanned: z.boolean().optional(),
  text: any,
})

const toLine = ({ text, timing, replanned, ...rest }: z.infer<typeof LineJson>) => ({
  ...rest,
  timing: timing.kind === 'in_force' || timing.kind === 'in-force' ? { kind: 'in-force' } : timing,
  ...(replanned && { replanned }),
  officialText: text,
})

/** What Timone ships for its own editions, and others may write for theirs. */
const ActionLineJson = LineJson.extend({
  addressees: any.optional(),
  title: any.optional(),
  summary: any.optional(),
}).transform(toLine)
const InstitutionalLineJson = LineJson.extend({ owner: z.string().nullish() }).transform(({ owner, ...line }) => ({
  ...toLine(line),
  owners: splitOwners(owner ?? ''),
}))

/**
 * Reads a national edition written as one JSON object: `edition`, `chapters`, `objectives`, `results`, `lines_pa`,
 * `lines_ist`. A line has `code`, `chapter`, `objective`, `results`, `text` and `timing: {kind, date}` with the kinds
 * `by`, `from` and `in_force`, an institutional one its `owner` too; one for administrations may have
 * Timone’s `addressees`, `title` and `summary`. `follows` names the edition that this one follows. Other keys are ignored.
 * @param file its name, for the places.
 * @returns the id that the file gives itself, if any, and what was found, not yet checked entry by entry.
 * @throws {TimoneError} `unreadable-file` when it is not JSON, `invalid-input` when it has another shape.
 */
export function readAgidJson(
  file: string,
  text: string,
): { readonly edition?: string; readonly follows?: string; readonly reading: Reading } {
  const parsed = EditionJson.safeParse(parseJson(file, text))
  if (!parsed.success) {
    throw invalidInput(
      `Il file ${file} non ha la forma di un’edizione del Piano triennale.`,
      parsed.error.issues.map(({ path }) => ({
        place: [file, path.join('.')].filter(Boolean).join(': '),
        message: 'manca, è vuoto o è di un altro tipo',
        remedy: 'servono gli elenchi chapters, objectives, results, lines_pa e lines_ist',
      })),
    )
  }
  // An entry of another shape is passed on as it is: the later check reports it.
  const placed = (key: string, values: readonly unknown[], entry: z.ZodType): Placed[] =>
    values.map((value, index) => ({
      place: `${file}: ${key}[${index}]`,
      value: entry.safeParse(value).data ?? value,
    }))
  const { edition, follows, chapters, objectives, results, lines_pa, lines_ist } = parsed.data
  return {
    ...(edition !== undefined && { edition }),
    ...(follows !== undefined && { follows }),
    reading: {
      ...emptyReading(),
      chapters: placed('chapters', chapters, ChapterJson),
      objectives: placed('objectives', objectives, ObjectiveJson),
      results: placed('results', results, ResultJson),
      lines: placed('lines_pa', lines_pa, ActionLineJson),
      institutionalLines: placed('lines_ist', lines_ist, InstitutionalLineJson),
    },
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(cause)) ?? []
    const where = line === undefined ? '' : `, dalla riga ${line}, colonna ${column}`
    throw unreadableFile(file, 'non è JSON, o è incompleto', `controllare il file${where}`)
  }
}
