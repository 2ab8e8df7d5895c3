// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Edition } from '../model.ts'

/**
 * The edition that another one follows: the one that it names or, of an update, the newest known one before it for the
 * same triennium. The plan of another triennium follows none, unless it says so: its codes may mean something else.
 * @param ids of the known editions, oldest first.
 */
export function formerOf({ id, follows }: Pick<Edition, 'id' | 'follows'>, ids: readonly string[]): string | undefined {
  const earlier = ids.filter((other) => other < id)
  if (follows !== undefined) return earlier.find((other) => other === follows)
  return earlier.filter((other) => other.slice(0, 9) === id.slice(0, 9)).at(-1)
}
