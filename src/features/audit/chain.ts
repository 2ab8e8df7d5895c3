// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'

/** A line of a journal's chain. Everything that its hash covers is text, so that nothing is lost in conversion. */
export type ChainLine = {
  readonly sequence: number
  /** Microseconds since 1970; null when the time is missing. */
  readonly at: string | null
  readonly actorId: string
  readonly actorName: string
  /** As PostgreSQL writes the event out (`event::text`). */
  readonly event: string
  readonly previous: string
  readonly hash: string
}

/** How far a chain was followed. */
export type ChainHead = { readonly sequence: number; readonly hash: string }

/** Where a chain begins. */
export const chainStart: ChainHead = { sequence: 0, hash: '0'.repeat(64) }

/** The first thing wrong with a chain. Italian. */
export type ChainFault = {
  /** The line where it shows; absent when it concerns the whole chain. */
  readonly sequence?: number
  readonly message: string
  readonly remedy: string
}

/**
 * Checks that a line follows another one: its place, the hash of the line before, its own hash, which is computed anew.
 * @param body the key of the body whose chain it is; 0 for the access journal.
 * @returns what is wrong; undefined when the line is as it was written.
 */
export function checkLine(body: number, before: ChainHead, line: ChainLine): ChainFault | undefined {
  const expected = before.sequence + 1
  if (line.sequence > expected) {
    return { sequence: expected, message: 'manca: è stata tolta', remedy: restore }
  }
  if (line.sequence < expected) {
    return { sequence: line.sequence, message: 'è fuori posto: il suo numero è già di un’altra riga', remedy: restore }
  }
  if (line.hash !== digestOf(body, line)) {
    return { sequence: line.sequence, message: 'è stata cambiata: la sua impronta non corrisponde', remedy: restore }
  }
  if (line.previous !== before.hash) {
    const message = `non è legata alla riga ${before.sequence}: una delle due è stata sostituita, tolta o inserita`
    return { sequence: line.sequence, message, remedy: restore }
  }
  return undefined
}

const restore = 'confrontare con una copia di sicurezza, e conservare questa base dati come prova'

/** The hash of a line, as the database's own `journal_digest` makes it. */
function digestOf(body: number, { sequence, at, actorId, actorName, event, previous }: ChainLine): string | undefined {
  const time = at === null ? undefined : formatTime(BigInt(at))
  // Fields are separated by line ends. A line end inside the actor's key would let part of the name pass for the key.
  if (time === undefined || /\s/.test(actorId)) return undefined
  const text = [body, sequence, time, actorId, actorName, event, previous].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

/** `2026-03-10T10:00:00.123456Z`; undefined for impossible years. */
function formatTime(microseconds: bigint): string | undefined {
  if (microseconds < 0n || microseconds > 253_402_300_799_999_999n) return undefined
  const seconds = Temporal.Instant.fromEpochMilliseconds(Number(microseconds / 1_000_000n) * 1000)
  const fraction = String(microseconds % 1_000_000n).padStart(6, '0')
  return `${seconds.toString({ smallestUnit: 'second' }).slice(0, -1)}.${fraction}Z`
}
