// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Triennium, trienniumOf } from '../../../kernel/ids.ts'
import type { DocumentHead } from '../model.ts'

const kinds =
  'Comune|Unione(?: Montana)?(?: (?:di|dei) Comuni)?|Provincia|Città [Mm]etropolitana|Comunità [Mm]ontana|Consorzio|Regione|Camera di Commercio|Azienda|Ente'
const name = new RegExp(
  String.raw`\b(${kinds}|${kinds.toUpperCase()})\s+((?:(?:di|del|della|dei|delle|dell['’]|DI|DEL|DELLA|DEI|DELLE|DELL['’])\s*)?\p{Lu}[\p{L}'’]+(?:(?:\s+(?:di|del|della|dei|delle|in|sul|sulla|e|ed|con|al|d['’]|[A-Z]\.))*[\s'’-]\p{Lu}[\p{L}'’]+){0,4})`,
  'gu',
)
const triennium = /(20\d\d)\s?[-–/_]\s?(?:20)?(\d\d)(?!\d)/g
const titleLines = 12
/** A title counts as much as this many mentions in the text. */
const titleWeight = 20
/** Kinds of body that texts name in general, without meaning one: «le Unioni di Comuni». */
const nobody = /^(?:Unione|Consorzio|Azienda|Ente)\b.*\b(?:Comuni|Enti)$/i

/** What a document says about itself: the body and the three years. The edition is recognised from the lines. */
export function readDocumentHead(lines: readonly string[]): Omit<DocumentHead, 'edition'> {
  return { administration: readAdministration(lines), triennium: readTriennium(lines) }
}

/** The body named most often: at least twice, or once among the first lines. */
function readAdministration(lines: readonly string[]): string | null {
  const counts = new Map<string, { name: string; weight: number }>()
  for (const [index, line] of lines.entries()) {
    for (const [, kind = '', rest = ''] of line.matchAll(name)) {
      const found = sentenceCase(`${kind} ${rest}`)
      if (nobody.test(found)) continue
      const known = counts.get(found) ?? { name: found, weight: 0 }
      counts.set(found, { ...known, weight: known.weight + (index < titleLines ? titleWeight : 1) })
    }
  }
  const [best] = [...counts.values()].sort((a, b) => b.weight - a.weight)
  return best !== undefined && best.weight >= 2 ? best.name : null
}

/** `COMUNE DI VALLECHIARA` → `Comune di Vallechiara`. */
const sentenceCase = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Lu}{2,}/gu, (word) =>
      /^(?:DI|DEL|DELLA|DEI|DELLE|DELL|IN|E|ED|SUL|SULLA|CON|AL)$/.test(word)
        ? word.toLowerCase()
        : `${word[0]}${word.slice(1).toLowerCase()}`,
    )

const lookBack = 160
const national = /nazionale|agid|nella (?:pubblica amministrazione|pa)\b|piano triennale(?: per l['’]informatica)?\s*$/i
const own = /\bpresente (?:documento|piano|programma)/i

/** Three consecutive years named by the title or with the word «triennio»; those of the national plan count little. */
function readTriennium(lines: readonly string[]): Triennium | null {
  const weights = new Map<Triennium, number>()
  for (const [index, line] of lines.entries()) {
    const text = `${lines
      .slice(Math.max(0, index - 2), index)
      .join(' ')
      .slice(-lookBack)} ${line}`
    for (const match of text.matchAll(triennium)) {
      const from = Number(match[1])
      const to = 2000 + Number(match[2])
      if (to - from !== 2 || match.index + match[0].length <= text.length - line.length) continue
      const before = text.slice(Math.max(0, match.index - lookBack), match.index)
      const isNational = national.test(before.slice(-60))
      const named = /trienni[oa]\s*$/i.test(before) ? 4 : index < titleLines ? titleWeight : 0.5
      const weight = (isNational ? 0.1 : named) + (own.test(before) ? 2 : 0)
      const found = trienniumOf(`${from}-${to}`)
      weights.set(found, (weights.get(found) ?? 0) + weight)
    }
  }
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
