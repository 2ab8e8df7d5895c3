// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { nearest } from '../../../kernel/nearest.ts'
import type { ActionLine, Catalogue, Edition, Lineage } from '../../catalogue/index.ts'
import { excerpt, type Finding } from './source.ts'

/** The codes that a plan on an edition may name, and what is known about others. */
export type KnownCodes = {
  readonly edition: Edition
  readonly lines: ReadonlyMap<string, ActionLine>
  /** The other editions, newest first. */
  readonly others: readonly Edition[]
  readonly lineage: readonly Lineage[]
}

/** Collects what is needed to check the codes of a plan on an edition. */
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

/** Why a plan on this edition may not name a code, and what to write instead; undefined when it may. */
export function checkCode(code: ActionLineCode, known: KnownCodes): Omit<Finding, 'path'> | undefined {
  const { edition, lines, others } = known
  if (lines.has(code)) return undefined
  const home = others.find((other) => other.lines.some((line) => line.code === code))
  if (!home)
    return { message: `«${excerpt(code)}» non è una linea dell’edizione ${edition.id}`, remedy: hint(code, lines) }
  const sameCycle = home.triennium.from === edition.triennium.from
  const retired = sameCycle && edition.complete && edition.follows === home.id
  return {
    message: retired
      ? `la linea ${code} è stata ritirata dall’edizione ${edition.id}`
      : `${code} è una linea dell’edizione ${home.id}, non dell’edizione ${edition.id}`,
    remedy: sameCycle ? `togliere il codice, o passare all’edizione ${home.id}` : heirs(code, known),
  }
}

function heirs(code: ActionLineCode, { edition, lines, lineage }: KnownCodes): string {
  const codes = (lineage.find(({ from }) => from === code)?.to ?? []).filter((heir) => lines.has(heir))
  return codes.length > 0
    ? `nell’edizione ${edition.id} le corrisponde ${codes.join(', ')}`
    : `togliere il codice: nell’edizione ${edition.id} nessuna linea le corrisponde`
}

function hint(code: ActionLineCode, lines: ReadonlyMap<string, ActionLine>): string {
  const [like] = nearest(code, lines.keys())
  return like === undefined ? `scrivere un codice come ${lines.keys().next().value}` : `forse si intende ${like}`
}
