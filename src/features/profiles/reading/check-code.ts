// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../../../kernel/nearest.ts'
import type { ActionLine, Catalogue, Edition, Lineage } from '../../catalogue/index.ts'
import { excerpt } from './source.ts'

/** The codes that a plan on an edition may name, and what is known of the others. */
export type KnownCodes = {
  readonly edition: Edition
  readonly lines: ReadonlyMap<string, ActionLine>
  /** The other editions, newest first. */
  readonly others: readonly Edition[]
  readonly lineage: readonly Lineage[]
}

export const knownCodes = (edition: Edition, catalogue: Catalogue): KnownCodes => ({
  edition,
  lines: new Map(edition.lines.map((line) => [line.code, line])),
  others: catalogue
    .ids()
    .filter((id) => id !== edition.id)
    .map((id) => catalogue.edition(id))
    .reverse(),
  lineage: catalogue.lineage(),
})

/** Why a plan on this edition may not name a code, and which to use instead; undefined when it may. */
export function checkCode(code: string, { edition, lines, others, lineage }: KnownCodes) {
  if (lines.has(code)) return undefined
  const home = others.find((other) => other.lines.some((line) => line.code === code))
  if (!home)
    return { message: `«${excerpt(code)}» non è una linea dell'edizione ${edition.id}`, remedy: hint(code, lines) }
  if (home.triennium.from === edition.triennium.from) {
    const [what, instead] =
      edition.follows === home.id
        ? [`la linea ${code} è stata ritirata dall'edizione ${edition.id}`, 'togliere il codice']
        : [`${code} è una linea dell'edizione ${home.id}, non dell'edizione ${edition.id}`, 'togliere il codice']
    return { message: what, remedy: `${instead}, o passare all'edizione ${home.id}` }
  }
  const heirs = (lineage.find(({ from }) => from === code)?.to ?? []).filter((heir) => lines.has(heir))
  return {
    message: `${code} è una linea dell'edizione ${home.id}, non dell'edizione ${edition.id}`,
    remedy:
      heirs.length > 0
        ? `nell'edizione ${edition.id} le corrisponde ${heirs.join(', ')}`
        : `togliere il codice: nell'edizione ${edition.id} nessuna linea le corrisponde`,
  }
}

function hint(code: string, lines: ReadonlyMap<string, ActionLine>): string {
  const [like] = nearest(code, lines.keys())
  if (like !== undefined) return `forse si intende ${like}; l'elenco delle linee è nel catalogo`
  return `scrivere un codice come ${lines.keys().next().value ?? 'CAP1.PA.01'}`
}
