// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Finding, Source } from './source.ts'

const door = /^src\/features\/.*(\/(pages\.tsx|api\.ts|cli\.ts)$|\/views\/)/
const store = /[/-]store\.ts$/

/** Pages, API and command line do not reach a store, not even through another feature's index.ts. */
export function checkDoors(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  return sources
    .filter(({ path }) => door.test(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ line, target, values }) => {
        const stored = target?.endsWith('/index.ts') ? namesFromStores(target, byPath) : new Set()
        return values
          .filter((name) => stored.has(name))
          .map((name) => ({ rule: 'door', path, line, message: `${name} is a store's: call a use case or a reader` }))
      }),
    )
}

function namesFromStores(index: string, byPath: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const reexports = byPath.get(index)?.imports.filter(({ target }) => target && store.test(target)) ?? []
  return new Set(
    reexports.flatMap(({ target, values }) =>
      values.includes('*') ? exportedValues(byPath.get(target ?? '')) : values,
    ),
  )
}

const exportedValues = (source: Source | undefined): string[] =>
  [...(source?.text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm) ?? [])].map(([, name = '']) => name)
