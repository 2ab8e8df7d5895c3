// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from 'oxc-parser'
import { type Finding, isTest, lineAt, type Source } from './source.ts'
import { calleeOf, visitNodes, wordsOf } from './tree.ts'

/** A place where a file reads a clock, uses chance or starts something. */
export type Effect = { readonly line: number; readonly what: string }

/** Files of features that may do what others may not, and why. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/features/documents/drafting/draft-plan.ts': { 'performance.now': 'it tells how long the PDF took' },
  'src/features/documents/pdf/printer.ts': { 'node:child_process': 'PDFs are compiled in processes of their own' },
  'src/features/documents/docx/open-package.ts': { 'node:child_process': 'unpacks a DOCX for its tests' },
  'src/features/imports/sandbox/read-in-sandbox.ts': {
    'node:child_process': 'strangers’ files are read in a process of their own',
    setTimeout: 'it ends a process that takes too long',
  },
  'src/features/imports/sandbox/watch-limits.ts': {
    'node:worker_threads': 'only another thread sees that a file keeps the process busy for good',
  },
}

const reads = new Set(['Temporal.Now', 'performance.now', 'Date.now', 'Math.random', 'crypto.getRandomValues'])
const calls = new Set(['setTimeout', 'setInterval', 'fetch'])
/** Functions with such names make something that lives on: it has a port, a process, a pool or a file. */
const maker = /^(create|build|make|spawn|fork)[A-Z]?\w*(Server|Renderer|Printer|Pool|Process|Worker|Transport|Socket)$/
const machinery = /^node:(child_process|worker_threads|cluster|net|http|https|dgram)$/

/** Features read no clock, use no chance and start nothing that lives on. What they need is handed to them. */
export function checkEffects(sources: readonly Source[]): Finding[] {
  return sources
    .filter((source) => /^src\/(features|ui|kernel)\//.test(source.path) && !isTest(source))
    .filter(({ path }) => path !== 'src/kernel/clock.ts' && !path.startsWith('src/ui/scripts/'))
    .flatMap((source) =>
      effectsOf(source)
        .filter(({ what }) => allowed[source.path]?.[what] === undefined)
        .map(({ line, what }) => ({
          rule: 'effect',
          path: source.path,
          line,
          message: `${what}: only main and platform may`,
        })),
    )
}

/** What a file does besides computing, line by line: the clock, chance, processes, servers. */
export function effectsOf(source: Source): Effect[] {
  const found: { start: number; what: string }[] = []
  visitNodes(source, (node) => {
    const what = effect(node)
    if (what !== undefined) found.push({ start: node.start, what })
  })
  return found.map(({ start, what }) => ({ line: lineAt(source.text, start), what }))
}

function effect(node: Node): string | undefined {
  if (node.type === 'ImportDeclaration') {
    return node.importKind === 'value' && machinery.test(node.source.value) ? node.source.value : undefined
  }
  if (node.type === 'MemberExpression') {
    const words = wordsOf(node)
    return words !== undefined && reads.has(words) ? words : undefined
  }
  const callee = calleeOf(node)
  if (callee === undefined) return undefined
  if (node.type === 'NewExpression') return callee === 'Date' && node.arguments.length === 0 ? 'new Date()' : undefined
  return calls.has(callee) || maker.test(callee) ? callee : undefined
}
