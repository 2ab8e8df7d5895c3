// SPDX-License-Identifier: AGPL-3.0-or-later
import { effectsOf } from './effects.ts'
import { type Finding, isTest, type Source } from './source.ts'
import { originsOf, type Tree, treeOf } from './tree.ts'

/** Files that only compute, by their names. */
const pure = /^src\/kernel\/|^src\/features\/(.*\/)?([\w-]+-)?(model|rules|lifecycle|policy)\.ts$/
const impure = /[/-]store\.ts$|^src\/platform\/|^src\/main\/|^src\/kernel\/clock\.ts$/
/** Packages that pure files may reach, because they only compute. */
const packages = /^(zod|temporal-polyfill)$/

/** Pure files reach no store, platform, clock or chance by any chain of imports, also through an index.ts. */
export function checkPurity(sources: readonly Source[]): Finding[] {
  const tree = treeOf(sources)
  const faults = new Map<string, readonly string[]>()
  const faultsOf = (source: Source): readonly string[] => {
    const known = faults.get(source.path) ?? ownFaults(source)
    faults.set(source.path, known)
    return known
  }
  return sources
    .filter((source) => pure.test(source.path) && source.path !== 'src/kernel/clock.ts' && !isTest(source))
    .flatMap((source) => {
      const fault = findFault(source, tree, faultsOf)
      return fault ? [{ rule: 'pure', path: source.path, line: fault.line, message: fault.message }] : []
    })
}

type Step = { readonly source: Source; readonly line: number; readonly way: readonly string[] }

/** The nearest impure thing that a file reaches by imported values, and the way to it. */
function findFault(start: Source, tree: Tree, faultsOf: (source: Source) => readonly string[]) {
  const seen = new Set([start.path])
  const waiting: Step[] = [{ source: start, line: 1, way: [] }]
  for (const { source, line, way } of waiting) {
    const [fault] = faultsOf(source)
    if (fault !== undefined)
      return { line, message: `${[...way, fault].join(' → ')}: pure files reach nothing of the kind` }
    for (const item of source.imports) {
      for (const origin of item.values.flatMap((name) => (item.target ? originsOf(tree, item.target, name) : []))) {
        const next = tree.get(origin)
        if (!next || seen.has(origin)) continue
        seen.add(origin)
        waiting.push({ source: next, line: way.length === 0 ? item.line : line, way: [...way, origin] })
      }
    }
  }
  return undefined
}

function ownFaults(source: Source): readonly string[] {
  if (impure.test(source.path)) return ['a store, the platform or the clock']
  const reached = source.imports
    .filter(({ target, values }) => target === undefined && values.length > 0)
    .map(({ specifier }) => specifier)
    .filter((specifier) => !packages.test(specifier))
  return [...reached, ...effectsOf(source).map(({ what }) => what)]
}
