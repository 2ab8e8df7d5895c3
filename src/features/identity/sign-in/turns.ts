// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsyncLocalStorage } from 'node:async_hooks'
import { tooBusy } from '../../../kernel/errors.ts'

/** Who waits: somebody of whom something is known already, or anybody, by the network that they come from. */
export type Waiter = 'known' | { readonly network: string }

/** How much costly work runs at the same time, and how much waits for it. */
export type Capacity = {
  readonly atWork: number
  /** For those who are known, and again for the others. */
  readonly waiting: number
  /** Of the others, for those of one network. */
  readonly ofOneNetwork: number
}

/** Lets a few pieces of costly work run at the same time. */
export type Turns = {
  /**
   * Runs the work when its turn comes: those who are known first, then the others as they came. Work that is part of a
   * turn runs at once.
   * @throws {TimoneError} `too-busy`, at once, when too many wait.
   */
  take<Result>(who: Waiter, work: () => Promise<Result>): Promise<Result>
}

type Waiting = { readonly network: string | undefined; readonly begin: () => void }

/** Builds turns that nobody has taken. */
export function createTurns({ atWork, waiting, ofOneNetwork }: Capacity): Turns {
  const within = new AsyncLocalStorage<true>()
  const known: Waiting[] = []
  const others: Waiting[] = []
  let running = 0

  const isFull = (network: string | undefined): boolean => {
    if (network === undefined) return known.length >= waiting
    const neighbours = others.filter((other) => other.network === network)
    return others.length >= waiting || neighbours.length >= ofOneNetwork
  }
  const wait = (network: string | undefined) =>
    new Promise<void>((begin) => (network === undefined ? known : others).push({ network, begin }))

  return {
    async take(who, work) {
      if (within.getStore()) return await work()
      const network = who === 'known' ? undefined : who.network
      if (running < atWork) running += 1
      else if (isFull(network)) throw tooBusy()
      else await wait(network)
      try {
        return await within.run(true, work)
      } finally {
        const next = known.shift() ?? others.shift()
        // Whoever waited takes the place over; nobody who comes now slips in between.
        if (next) next.begin()
        else running -= 1
      }
    },
  }
}
