// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DestinationStream, type Logger, pino } from 'pino'

/** Structured log, one JSON object per line. It holds no texts that people wrote, no names, no addresses. */
export type Log = Logger

/**
 * Opens the log.
 * @param level pino's level, e.g. `info`.
 * @param destination when absent, standard error. It is written in batches, at most a second late, and at exit: one
 * write per line would cost more than sending a cached page.
 */
export const openLog = (level: string, destination: DestinationStream = batches()): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.password', '*.token', '*.authorization', '*.cookie', '*.email'],
      serializers: { err: describeError },
    },
    destination,
  )

const batches = (): DestinationStream =>
  pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 1000 })

/** An error without what people typed: quoted parts of the message are blanked and driver details are left out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: error.name,
    ...('code' in error ? { code: error.code } : {}),
    message: error.message.replace(/(["'«“`]).*?(["'»”`])/gs, '$1…$2').slice(0, 300),
    frames: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
