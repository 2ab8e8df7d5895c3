// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Finding, lineAt, type Source } from './source.ts'
import { visitNodes } from './tree.ts'

/** The file of the branded words, and of the one function for each that makes them. */
const home = 'src/kernel/ids.ts'
const branded = /^(Slug|Triennium)$/

/** Finds casts to the branded words of `src/kernel/ids.ts` in any other file, tests too. */
export function checkBrands(sources: readonly Source[]): Finding[] {
  return sources.filter(({ path }) => path !== home).flatMap(castsIn)
}

function castsIn(source: Source): Finding[] {
  const found: Finding[] = []
  visitNodes(source, (node) => {
    if (node.type !== 'TSAsExpression') return
    const type = source.text.slice(node.typeAnnotation.start, node.typeAnnotation.end)
    if (!branded.test(type)) return
    const message = `«as ${type}»: a schema gives it, or its function in ${home}`
    found.push({ rule: 'brand', path: source.path, line: lineAt(source.text, node.start), message })
  })
  return found
}
