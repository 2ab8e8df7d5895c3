// SPDX-License-Identifier: AGPL-3.0-or-later
import { joinLines, type Lexicon } from '../layout/join-lines.ts'

const bullet = /^\s*(?:[•●○◦▪▫■□–—*·➢➤✓✔]|-(?!\d)|o(?=\s)|\(?[a-zA-Z\d]{1,2}[.)](?=\s))\s*/u

/** True when a line begins a list item; numbers and letters count when a dot or a bracket follows them. */
export const isListItem = (line: string): boolean => bullet.test(line) && line.replace(bullet, '').trim() !== ''

/** A line without the mark of its list item. */
export const withoutBullet = (line: string): string => line.replace(bullet, '').trim()

const articles = "(?:(?:i|il|lo|la|gli|le|tutt[ie]|altr[ie]|singol[ie]|eventual(?:i|mente)?)\\s+)*(?:l['’]\\s?)?"
const acronyms = 'RTD RPD DPO UTD CED SIA ICT P\\.?O\\.? U\\.?O\\.?'.split(' ')
const offices = (
  'uffici?o? serviz[io]o? settor[ei] are[ae] responsabil[ei] resp\\. referent[ei] dirigent[ei] segretari[oa]? direzion[ei] ' +
  'direttor[ei] dipartiment[oi] unit[àa] posizion[ei] sindaco giunta assessor[ei] amministrator[ei] polizia comand[oi] capo ' +
  'staff tavolo gruppo consorzio unione comun[ei] ente fornitor[ei] societ[àa] affari ragioneria tributi anagrafe ' +
  'protocollo biblioteca personale sistemi cultura urbanistica edilizia demografici segreteria soggett[oi]'
).split(' ')
const office = new RegExp(`^${articles}(?:${[...acronyms, ...offices].join('|')})(?!\\p{L})`, 'iu')
const sources = (
  'fond[oi] risors[ae] misur[ae] p\\.?n\\.?r\\.?r bilancio nessun[ao]? finanziament contribut avanzo mutuo entrat[ae] ' +
  'spes[ae] m\\d\\s?c\\d bando avviso fesr por\\b pon\\b autofinanz non\\s'
).split(' ')
const funding = new RegExp(`^(?:${sources.join('|')})`, 'iu')

/** True when a text begins like the name of an office or a role. */
export const namesOffice = (text: string): boolean => office.test(text.trim())

/** The offices or roles in a cell: one for each list item or line, or separated by semicolons, commas or «e». */
export function readOffices(lines: readonly string[], lexicon: Lexicon): readonly string[] {
  const items = readItems(lines, lexicon, namesOffice)
  return lines.some(isListItem) ? items : items.flatMap(splitOffices)
}

/** The sources of money in a cell: one for each list item or line, or separated by semicolons. */
export const readFundingSources = (lines: readonly string[], lexicon: Lexicon): readonly string[] =>
  readItems(lines, lexicon, (line) => funding.test(line.trim())).flatMap((item) => trimmed(item.split(/\s*;\s*/)))

/** One item for each bullet; without bullets, one for each line that begins as items do. */
export function readItems(
  lines: readonly string[],
  lexicon: Lexicon,
  begins: (line: string) => boolean = () => false,
): readonly string[] {
  const items: string[][] = []
  const listed = lines.some(isListItem)
  for (const line of lines) {
    const current = items.at(-1)
    const isNew = listed ? isListItem(line) : begins(line)
    if (current === undefined || isNew) items.push([line.replace(isListItem(line) ? bullet : /^\s+/, '')])
    else current.push(line)
  }
  return trimmed(items.map((item) => joinLines(item, lexicon)))
}

/** `RTD, Responsabile del Protocollo e Dirigente` → three; a name that contains a comma or an «e» is not divided. */
function splitOffices(text: string): readonly string[] {
  const parts = trimmed(
    text.split(
      /(?:\s*[;,]\s*|\s+ed?\s+|(?<!(?:^|\s)(?:i|il|la|gli|le|lo|dei|delle|del|della|di|al|ai|con|[,;]))\s+(?=Responsabil[ei]\s))(?![^()]*\))/u,
    ),
  )
  return parts.every(namesOffice) ? parts : trimmed(text.split(/\s*;\s*(?![^()]*\))/))
}

const trimmed = (items: readonly string[]): readonly string[] =>
  items.map((item) => item.trim()).filter((item) => item !== '')
