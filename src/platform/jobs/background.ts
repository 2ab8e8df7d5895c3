// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Log } from '../log/log.ts'

/** Work in this process that goes on after the request that began it was answered. */
export type Background = {
  /**
   * Begins the work when its turn comes. Resolves when it has ended, well or badly, or after `patience` milliseconds.
   * Errors are logged.
   */
  run(work: () => Promise<void>, patience?: number): Promise<void>
  /** Resolves when all work has ended. */
  settled(): Promise<void>
}

/** @param atOnce how many pieces of work may go on together; the others wait. */
export function startBackground(atOnce: number, log: Log): Background {
  const waiting: (() => void)[] = []
  const going = new Set<Promise<void>>()
  let free = atOnce

  const turn = (): Promise<void> => {
    if (free === 0) return new Promise((begin) => waiting.push(begin))
    free -= 1
    return Promise.resolve()
  }
  const pass = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return {
    async run(work, patience = 0) {
      const ended = turn()
        .then(work)
        .catch((error: unknown) => log.error({ err: error }, 'background work failed'))
        .finally(() => {
          going.delete(ended)
          pass()
        })
      going.add(ended)
      const impatient = Promise.withResolvers<void>()
      const timer = setTimeout(impatient.resolve, patience)
      await Promise.race([ended, impatient.promise])
      clearTimeout(timer)
    },
    async settled() {
      while (going.size > 0) await Promise.all(going)
    },
  }
}
