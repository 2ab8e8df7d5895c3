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

/** A text that cannot end there: its last word asks for another, or a comma or an open bracket stands at its end. */
export function isUnfinished(text: string): boolean {
  const trimmed = text.trim()
  if (/[,(“«–-]$/.test(trimmed)) return true
  const opened = (trimmed.match(/\(/g)?.length ?? 0) > (trimmed.match(/\)/g)?.length ?? 0)
  return opened || unfinished.has((/\S+$/.exec(trimmed)?.[0] ?? '').toLowerCase().replaceAll('’', "'"))
}

/** A text that ends with a full stop, or another mark that ends sentences. */
export const isFinished = (text: string): boolean => /[.!?…;]["”»)]?$/.test(text.trim())

/** A text that goes on with a sentence: its first letter is small, or a bracket or comma begins it. */
export const goesOn = (text: string): boolean => /^\s*[("“«]?\p{Ll}/u.test(text) || /^\s*[),;.]/.test(text)
