// SPDX-License-Identifier: AGPL-3.0-or-later
import { limits, type SignedIn } from '../model.ts'

/** Remembers sessions in this process for a few seconds, so that not every request asks the database. */
export type SessionMemory = {
  /** What is remembered for a cookie, or else what `find` finds. */
  recall(cookie: string, now: number, find: () => Promise<SignedIn | undefined>): Promise<SignedIn | undefined>
  /** Forgets everything, because a session ended or a person changed somewhere. */
  forget(): void
}

const capacity = 2000

/** Builds an empty memory. A look-up that was running when it was told to forget is not remembered. */
export function createSessionMemory(): SessionMemory {
  const remembered = new Map<string, { readonly until: number; readonly found: SignedIn }>()
  let generation = 0
  return {
    async recall(cookie, now, find) {
      const kept = remembered.get(cookie)
      if (kept && kept.until > now && kept.until - now <= limits.remembered) return kept.found
      const before = generation
      const found = await find()
      if (!found || before !== generation) return found
      if (remembered.size >= capacity) remembered.clear()
      remembered.set(cookie, { until: now + limits.remembered, found })
      return found
    },
    forget() {
      generation += 1
      remembered.clear()
    },
  }
}
