// SPDX-License-Identifier: AGPL-3.0-or-later

const unfinished = new Set(
  (
    'di del dello della dell dei degli delle a al allo alla all ai agli alle da dal dallo dalla dall dai dagli dalle in nel ' +
    'nello nella nell nei negli nelle su sul sullo sulla sull sui sugli sulle con per tra fra e ed o od il lo la l i gli le ' +
    'un uno una che cui quale quali quello quella quelle quelli questo questa questi queste come non si è sono ha hanno ' +
    'alcuni alcune ogni tale tali sia anche nonché ove verso presso attraverso mediante tramite propri proprie proprio propria ' +
    "dell' all' dall' nell' sull' l' un' d' entro anno anni articolo art. comma misura legge decreto n. gennaio febbraio " +
    'marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'
  ).split(' '),
)

/** All the words above are shorter. */
const longestWord = 20

/**
 * True for a text that cannot be finished: its last word needs another one, or it ends with a comma or an open bracket.
 */
export function isUnfinished(text: string): boolean {
  const trimmed = text.trim()
  if (/[,(“«–-]$/.test(trimmed)) return true
  const opened = (trimmed.match(/\(/g)?.length ?? 0) > (trimmed.match(/\)/g)?.length ?? 0)
  return (
    opened || unfinished.has((/\S+$/.exec(trimmed.slice(-longestWord))?.[0] ?? '').toLowerCase().replaceAll('’', "'"))
  )
}

/** True for a text that ends with a full stop or another end of a sentence. */
export const isFinished = (text: string): boolean => /[.!?…;]["”»)]?$/.test(text.trim())

/** True for a text that continues a sentence: it begins with a small letter, a bracket or a comma. */
export const goesOn = (text: string): boolean => /^\s*[("“«]?\p{Ll}/u.test(text) || /^\s*[),;.]/.test(text)
