// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A kind of thing that is made from stored data, and kept until these change. Whoever is given it must have been allowed
 * to read those data: it is not kept for who asked. What depends on who asks has them in its key. Nobody changes what
 * they are given.
 */
export type Keepsake<Value> = { readonly most: number; readonly made?: Value }

/** Declares a kind of thing to keep. @param most how many are kept at once; the least recently used goes first. */
export const keepsake = <Value>(most: number): Keepsake<Value> => ({ most })

/** Where a thing is kept, and the number of the data that it is made from (`changes.ts`), read before these. */
export type Place = { readonly key: string; readonly number: string }

/** What was made from stored data. */
export type Memory = {
  /** What is kept at a place under the same number, also if it is still being made; undefined: nothing. */
  find<Value>(kind: Keepsake<Value>, place: Place): Promise<Value> | undefined
  /** Keeps something. If it fails it is forgotten. */
  keep<Value>(kind: Keepsake<Value>, place: Place, value: Promise<Value>): void
}

type Kept = { readonly number: string; readonly value: Promise<unknown> }

/** Opens an empty memory. */
export function openMemory(): Memory {
  const shelves = new WeakMap<object, Map<string, Kept>>()
  return {
    find<Value>(kind: Keepsake<Value>, { key, number }: Place) {
      const shelf = shelves.get(kind)
      const kept = shelf?.get(key)
      if (!shelf || kept?.number !== number) return undefined
      shelf.delete(key)
      shelf.set(key, kept)
      return kept.value as Promise<Value>
    },
    keep(kind, { key, number }, value) {
      const shelf = shelves.get(kind) ?? new Map<string, Kept>()
      shelves.set(kind, shelf)
      const kept = { number, value }
      shelf.delete(key)
      shelf.set(key, kept)
      const [oldest] = shelf.keys()
      if (shelf.size > kind.most && oldest !== undefined) shelf.delete(oldest)
      value.catch(() => {
        if (shelf.get(key) === kept) shelf.delete(key)
      })
    },
  }
}

/** What is kept at a place, or else what is made now. */
export function recall<Value>(
  memory: Memory,
  kind: Keepsake<Value>,
  place: Place,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = memory.find(kind, place)
  if (found) return found
  const value = make()
  memory.keep(kind, place, value)
  return value
}

/** The same for many things: `make` makes, together, those that are not kept. It makes all that it is asked for. */
export async function recallMany<Key, Value>(
  memory: Memory,
  kind: Keepsake<Value>,
  places: ReadonlyMap<Key, Place>,
  make: (missing: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): Promise<ReadonlyMap<Key, Value>> {
  const found = [...places].map(([key, place]) => ({ key, place, kept: memory.find(kind, place) }))
  const missing = found.filter(({ kept }) => !kept)
  const made = missing.length > 0 ? make(missing.map(({ key }) => key)) : Promise.resolve(new Map<Key, Value>())
  for (const { key, place } of missing) {
    memory.keep(
      kind,
      place,
      made.then((values) => madeFor(values, key)),
    )
  }
  const values = await made
  return new Map(
    await Promise.all(
      found.map(async ({ key, kept }): Promise<[Key, Value]> => [key, kept ? await kept : madeFor(values, key)]),
    ),
  )
}

function madeFor<Key, Value>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key)
  if (value === undefined) throw new Error(`nothing was made for ${String(key)}`)
  return value
}
