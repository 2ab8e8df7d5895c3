// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../../kernel/text.ts'
import type { Reading } from '../reading.ts'
import type { Block } from './blocks.ts'
import { endsWithCode, type KnownSlips, mendSlips, readLine } from './line.ts'

const objectiveTitle = /^(?:obiettivo|ob\.?) ?(\d\.\d{1,2})[ .:–—-]+(\S.*)$/i
const resultTitle = /^ra ?(\d\.\d{1,2})\.\d{1,2}(?:[ .:–—-]+(\S.*))?$/i
const resultCode = /\bra ?(\d\.\d{1,2}\.\d{1,2})\b/gi
const linesTitle = /^linee d(i |')azion[ei]/
const target = /^target (20\d\d)[ .:–—-]*(.*)$/i

/**
 * Reads a file of a chapter: objectives, expected results with their yearly targets, and lines of action. These stand
 * under a title «Linee di azione …», in groups titled by their results («RA1.1.1 e RA1.1.2»); those under «… vigenti»
 * have no date. What updates print as «Monitoraggio 2024» is a finding, not a target, and is left out.
 * @param file its path, for the places.
 * @param slips mended before an entry is read
 * @param into receives what is found.
 */
export function readChapterFile(
  chapter: number,
  file: string,
  blocks: readonly Block[],
  slips: KnownSlips,
  into: Reading,
): void {
  let objective: string | undefined
  let described: { year: number; text: string }[] | undefined
  let section: { readonly inForce: boolean } | undefined
  let group: { readonly results: string[]; readonly inForce: boolean } = { results: [], inForce: false }

  const readTitle = (title: string, place: string, isHeading: boolean) => {
    const [, objectiveNumber, objectiveWords] = objectiveTitle.exec(title) ?? []
    const [, parent, resultWords] = resultTitle.exec(title) ?? []
    if (objectiveNumber) {
      objective = `OB.${objectiveNumber}`
      into.objectives.push({ place, value: { code: objective, chapter, title: objectiveWords } })
      described = section = undefined
    } else if (parent) {
      const results = [...title.matchAll(resultCode)].map(([, number]) => `RA${number}`)
      group = { results, inForce: section?.inForce ?? false }
      objective = `OB.${parent}`
      described = undefined
      if (section || !resultWords) return
      described = []
      into.results.push({ place, value: { code: results[0], objective, title: resultWords, targets: described } })
    } else if (linesTitle.test(fold(title))) {
      const inForce = /vigent/i.test(title)
      if (section && !isHeading) group = { ...group, inForce }
      else {
        section = { inForce }
        group = { results: [], inForce }
        described = undefined
      }
    } else if (isHeading) described = section = undefined
  }

  const readTarget = ([first = '', ...nested]: readonly string[]) => {
    const [, year, words] = target.exec(first) ?? []
    const text = [words, nested.join('; ')].filter(Boolean).join(' ')
    if (year && text) described?.push({ year: Number(year), text })
  }

  const readEntry = (printedWords: string, place: string) => {
    const { words, mended } = mendSlips(printedWords, slips)
    const line = readLine(words, group.inForce)
    if ('message' in line) {
      into.unread.push({ place, ...line })
      return
    }
    const { owners, ...printed } = line
    const corrections = mended.length > 0 ? { corrections: mended } : {}
    const value = { ...printed, ...corrections, chapter, objective, results: group.results }
    if (owners) into.institutionalLines.push({ place, value: { ...value, owners } })
    else into.lines.push({ place, value })
  }

  for (const { kind, parts, line } of blocks) {
    const place = `${file}:${line}`
    const words = parts.join(' ')
    const entries = parts.filter(endsWithCode).length > 1 ? parts : [words]
    if (kind === 'heading' || (kind === 'label' && !endsWithCode(words))) readTitle(words, place, kind === 'heading')
    else if (section && (kind === 'item' || endsWithCode(words))) for (const entry of entries) readEntry(entry, place)
    else if (described && kind === 'item') readTarget(parts)
    else if (endsWithCode(words)) {
      into.unread.push({
        place,
        message: `«…${words.slice(-30)}» è fuori da una sezione «Linee di azione»`,
        remedy: 'metterla sotto il titolo «Linee di azione per le PA» o «Linee di azione istituzionali»',
      })
    }
  }
}
