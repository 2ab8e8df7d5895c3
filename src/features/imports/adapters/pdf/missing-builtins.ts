// SPDX-License-Identifier: AGPL-3.0-or-later
// What pdf.js takes from engines newer than Node 24's. Its legacy build has these too, but also loads a native canvas
// of 30 MB. Reading does not need it, and a process that reads hostile files should not have it.

type Keyed<K, V> = { has(key: K): boolean; get(key: K): V | undefined; set(key: K, value: V): unknown }

function getOrInsertComputed<K, V>(this: Keyed<K, V>, key: K, compute: (key: K) => V): V | undefined {
  if (!this.has(key)) this.set(key, compute(key))
  return this.get(key)
}

function getOrInsert<K, V>(this: Keyed<K, V>, key: K, value: V): V | undefined {
  if (!this.has(key)) this.set(key, value)
  return this.get(key)
}

function toHex(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('hex')
}

const sumPrecise = (numbers: Iterable<number>): number =>
  Iterator.from(numbers).reduce((sum, number) => sum + number, 0)

const add = (target: object, name: string, value: unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

/** Adds the missing functions to this process for pdf.js. Those that the engine has stay. */
export function addMissingBuiltins(): void {
  for (const prototype of [Map.prototype, WeakMap.prototype]) {
    add(prototype, 'getOrInsertComputed', getOrInsertComputed)
    add(prototype, 'getOrInsert', getOrInsert)
  }
  add(Uint8Array.prototype, 'toHex', toHex)
  add(Math, 'sumPrecise', sumPrecise)
}
