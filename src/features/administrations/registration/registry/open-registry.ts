// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../../kernel/text.ts'
import type { Municipality } from '../../model.ts'
import { type Finder, prepareFinder } from './find-municipality.ts'
import type { IndexedBody } from './indexed-bodies.ts'
import type { RegistryRecord } from './records.ts'
import { readImported, readShipped, stateOf, writeImported } from './store.ts'

/** The known Italian municipalities: those shipped with Timone, completed by imported lists. */
export type Registry = {
  /** In Italian alphabetical order. */
  all(): readonly Municipality[]
  /**
   * By cadastral, ISTAT or IPA code, or by name.
   * @throws {TimoneError} `unknown-administration` or `ambiguous-administration`, with the names to choose from.
   */
  find(nameOrCode: string): Municipality
  /** Bodies of other kinds, of the list of IPA that was imported last; none before. */
  bodies(): readonly IndexedBody[]
  /**
   * Adds the contents of a list to what is known, completely or not at all. What the list does not hold stays.
   * @param bodies all those of other kinds; absent: the list holds none.
   */
  complete(records: readonly RegistryRecord[], bodies?: readonly IndexedBody[]): void
}

/** Where the registry is kept: the CSV file shipped with Timone, and the JSON file of what was imported. */
export type RegistryFiles = { readonly shipped: string; readonly imported: string }

/** Opens the registry; files are read when first asked, and again after another process has imported a list. */
export function openRegistry({ shipped, imported }: RegistryFiles): Registry {
  let known:
    | {
        readonly all: readonly Municipality[]
        readonly bodies: readonly IndexedBody[]
        /** Prepared when somebody is looked for first. */
        find?: Finder
        readonly as: string
      }
    | undefined
  const read = () => {
    const as = stateOf(imported)
    if (known?.as !== as) {
      const { municipalities, bodies } = readImported(imported)
      const all = layOver(readShipped(shipped), municipalities).flatMap(toMunicipality)
      known = { bodies, all: all.sort((a, b) => compareItalian(a.name, b.name)), as }
    }
    return known
  }
  return {
    all: () => read().all,
    find(nameOrCode) {
      const known = read()
      known.find ??= prepareFinder(known.all)
      return known.find(nameOrCode)
    },
    bodies: () => read().bodies,
    complete(records, bodies) {
      const before = readImported(imported)
      const municipalities = layOver(before.municipalities, records)
      writeImported(imported, { municipalities, bodies: [...(bodies ?? before.bodies)] })
      known = undefined
    },
  }
}

/** One record for each municipality: newer values where there are any, older ones elsewhere. */
function layOver(older: readonly RegistryRecord[], newer: readonly RegistryRecord[]): RegistryRecord[] {
  const merged = new Map(older.map((record) => [record.cadastralCode, record]))
  for (const record of newer) merged.set(record.cadastralCode, { ...merged.get(record.cadastralCode), ...record })
  return [...merged.values()]
}

/** A record becomes a municipality when the lists tell enough about it. IPA's list alone, for example, has no names. */
function toMunicipality(record: RegistryRecord): Municipality[] {
  const { name, istatCode, province, provinceName, region, otherName, ipaCode, population } = record
  if (!name || !istatCode || !province || !provinceName || !region) return []
  return [
    {
      cadastralCode: record.cadastralCode,
      name,
      istatCode,
      province,
      provinceName,
      region,
      ...(otherName && { otherName }),
      ...(ipaCode && { ipaCode }),
      ...(population !== undefined && { population }),
    },
  ]
}
