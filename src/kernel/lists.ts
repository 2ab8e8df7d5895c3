// SPDX-License-Identifier: AGPL-3.0-or-later

/** The largest of numbers, however many; `least` when there are none or all are smaller. */
export const largest = (numbers: Iterable<number>, least = 0): number => {
  let found = least
  for (const number of numbers) if (number > found) found = number
  return found
}

/** Adds values at the end of a list, however many: the arguments of a call are limited. */
export function append<T>(to: T[], values: Iterable<T>): void {
  for (const value of values) to.push(value)
}
