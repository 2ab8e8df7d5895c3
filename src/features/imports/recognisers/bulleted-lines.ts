// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FlatLine, flatLines, isBlank } from '../layout/flat-lines.ts'
import { joinLines } from '../layout/join-lines.ts'
import { isHeading, type Section } from '../layout/outline.ts'
import type { Block, ImportedInitiative, Source } from '../model.ts'
import {
  findCodes,
  isExample,
  onlyCode,
  type PrintedCode,
  readExpectedResult,
  startsWithReference,
} from '../values/codes.ts'
import { isListItem, withoutBullet } from '../values/lists.ts'
import { takeTiming } from '../values/timing.ts'
import type { FoundEntry, Recogniser } from './recogniser.ts'

const longestItem = 20
const reference = /(?:vedi|cfr\.?|di cui|rif\.?|ai sensi|v\.)\s*(?:alla |al |anche |a )?\(?\s*$/i

/**
 * Lists of action lines: `- Da gennaio 2022 – I Comuni … - CAP1.PA.LA01`, with the code at the end or at the beginning
 * and perhaps the date before the text. Dated items without a code among items with codes are the body's own actions.
 */
export const recogniseBulletedLines: Recogniser = ({ blocks, lexicon }) => {
  const entries: FoundEntry[] = []
  const own: {
    readonly initiative: ImportedInitiative
    readonly objective: string | undefined
    readonly blocks: readonly Block[]
  }[] = []
  const used = new Set<Block>()
  const paragraphs = blocks.map(({ block }) => block)
  const lines = flatLines(paragraphs).filter(({ text }) => !isBlank(text))
  for (const item of cutItems(lines)) {
    const first = item[0]
    const section: Section = (first && blocks[first.block]?.section) ?? {}
    const text = joinLines([withoutBullet(first?.text ?? ''), ...item.slice(1).map(({ text }) => text)], lexicon)
    const source: Source = { ...first?.place, text: item.map(({ text }) => text.trim()).join('\n') }
    const inside = item.flatMap(({ block }) => paragraphs[block] ?? [])
    const code = codeOf(text)
    const content = readContent(code === undefined ? text : withoutCode(text, code))
    if (code === undefined) {
      if (content.timing !== null && content.text !== '')
        own.push({ initiative: ownAction(content, source), objective: section.objective, blocks: inside })
      continue
    }
    if (content.timing === null && !isListItem(first?.text ?? '')) continue
    entries.push({ ...entryOf(content, section), printed: code, source })
    for (const block of inside) used.add(block)
  }
  const objectives = new Set(entries.map(({ objective }) => objective))
  const kept = own.filter(({ objective }) => objective !== undefined && objectives.has(objective))
  for (const { blocks } of kept) for (const block of blocks) used.add(block)
  return { entries, initiatives: kept.map(({ initiative }) => initiative), used }
}

/** Items begin with a bullet, a date or a code. They end with a code, at a heading, or where the next begins. */
function cutItems(lines: readonly FlatLine[]): readonly (readonly FlatLine[])[] {
  const items: FlatLine[][] = []
  let open = false
  for (const line of lines) {
    const text = withoutBullet(line.text)
    const closes = open && onlyCode(text) !== undefined
    const begins =
      !closes &&
      (isListItem(line.text) || (line.first && (startsWithCode(text) || /^\s*[-–—:]/.test(afterTiming(text)))))
    if (begins) items.push([line])
    else if (open && !(line.first && (isHeading(line.text) || startsWithReference(line.text)))) items.at(-1)?.push(line)
    else {
      open = false
      continue
    }
    open = !endsWithCode(line.text) && (items.at(-1)?.length ?? 0) < longestItem
  }
  return items
}

const afterTiming = (text: string): string => {
  const timing = takeTiming(text)
  return timing === undefined ? '' : text.slice(timing.length)
}

const startsWithCode = (text: string): boolean => findCodes(text)[0]?.start === 0
const endsWithCode = (text: string): boolean =>
  /^[\s.;,)\]]*$/.test(text.slice(findCodes(text).at(-1)?.end ?? 0)) && findCodes(text).length > 0

/**
 * The only code of an item, at its end or beginning. A code that the text only mentions, or gives as an example, does
 * not count.
 */
function codeOf(text: string): PrintedCode | undefined {
  const [code, ...others] = findCodes(text)
  if (code === undefined || others.length > 0 || isExample(text, code) || reference.test(text.slice(0, code.start)))
    return undefined
  return code.start === 0 || endsWithCode(text) ? code : undefined
}

const withoutCode = (text: string, { start, end }: PrintedCode): string =>
  start === 0 ? text.slice(end).replace(/^[\s.:;,–—-]+/, '') : text.slice(0, start).replace(/[\s([–—-]+$/, '')

type Content = { readonly timing: string | null; readonly text: string }

/** `Da gennaio 2022 – I Comuni …` → the date and the text. */
function readContent(text: string): Content {
  const timing = takeTiming(text)
  const rest = timing === undefined ? text : text.slice(timing.length)
  const separated = /^\s*[-–—:,]\s*(.*)$/su.exec(rest)?.[1]
  return timing === undefined || separated === undefined
    ? { timing: null, text }
    : { timing: timing.trim(), text: separated.trim() }
}

const entryOf = (
  { timing, text }: Content,
  { objective = null }: { readonly objective?: string | null },
): Omit<FoundEntry, 'printed' | 'source'> => ({
  objective,
  expectedResult: readExpectedResult(text) ?? null,
  timing,
  officialText: text || null,
  activity: null,
  status: null,
  responsible: [],
  funding: [],
  plannedDate: null,
  completedDate: null,
  notes: null,
  confidence: timing === null ? 0.85 : 0.95,
  warnings: [],
})

const ownAction = ({ timing, text }: Content, source: Source): ImportedInitiative => ({
  priority: null,
  title: text,
  steps: [],
  responsible: [],
  timing,
  expectedResults: [],
  source,
  confidence: 0.7,
  warnings: ['voce senza codice: letta come azione propria dell’ente'],
})
