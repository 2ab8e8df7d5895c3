// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from 'oxc-parser'
import type { Source } from './source.ts'

/** The sources of a tree by path. */
export type Tree = ReadonlyMap<string, Source>

/** The sources by path, to follow imports. */
export const treeOf = (sources: readonly Source[]): Tree => new Map(sources.map((source) => [source.path, source]))

/** The files that declare a value that a file exports: itself, or those that its re-exports lead to. */
export function originsOf(tree: Tree, path: string, name: string, seen: ReadonlySet<string> = new Set()): string[] {
  const source = tree.get(path)
  if (!source || seen.has(path)) return []
  const named = source.exports.filter((item) => name === '*' || item.name === name || item.name === '*')
  const declared = named.some(({ from }) => from === undefined)
  const ways = declared && name !== '*' ? [] : named.filter(({ from }) => from !== undefined)
  const found = ways.flatMap(({ from = '', original }) =>
    originsOf(tree, from, original === '*' ? name : original, new Set([...seen, path])),
  )
  return declared ? [path, ...found] : found
}

/** Walks a syntax tree from the top; `visit` sees each node before what is inside it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walk(item, visit)
    } else if (isNode(value)) walk(value, visit)
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Calls `visit` on every node of a program; a source without a program has none. */
export function visitNodes({ program }: Source, visit: (node: Node) => void): void {
  if (program) walk(program, visit)
}

/** What a call calls, if it is `name` or `object.name`. */
export function calleeOf(node: Node): string | undefined {
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? wordsOf(node.callee) : undefined
}

/** `name` or `object.name` of an expression; undefined for any other. */
export function wordsOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.computed) return undefined
  return node.object.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : undefined
}
