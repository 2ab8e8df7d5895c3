// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from 'oxc-parser'
import { type Finding, isTest, lineAt, type Source } from './source.ts'
import { calleeOf, visitNodes } from './tree.ts'

/** What knows no feature: it takes lists that src/main puts together. */
const unknowing = /^src\/(kernel|ui|platform|features\/audit)\//

/** Where features declare their addresses, their entries in menus and what may be done. */
const declarations = /^src\/features\/.*\/(addresses|menu|actions)\.ts$/

/** The properties of such declarations that hold words: for people, or the name of an action. */
const worded: ReadonlySet<string> = new Set(['label', 'refusal', 'name'])

/** Beginnings of addresses that belong to no feature: the platform answers programs under them. */
const common: ReadonlySet<string> = new Set(['', 'api'])

/** Finds addresses and words of features, and their styles, in what must not know them. */
export function checkOwnership(sources: readonly Source[]): Finding[] {
  const declared = sources.filter(({ path }) => declarations.test(path))
  const beginnings = new Set(declared.flatMap((source) => addressesIn(source)))
  const words = new Set(declared.flatMap((source) => wordsIn(source)))
  return sources
    .filter((source) => unknowing.test(source.path) && !isTest(source))
    .flatMap((source) => [...textsOwned(source, beginnings, words), ...stylesOwned(source)])
}

/** The first part of each address that a file declares: `/enti/:slug` → `enti`. */
function addressesIn(source: Source): string[] {
  const found: string[] = []
  visitNodes(source, (node) => {
    if (calleeOf(node) !== 'path' || node.type !== 'CallExpression') return
    const [pattern] = node.arguments
    const text = pattern && textOf(pattern)
    if (text !== undefined) found.push(firstPart(text))
  })
  return found.filter((part) => !common.has(part))
}

function wordsIn(source: Source): string[] {
  const found: string[] = []
  visitNodes(source, (node) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || !worded.has(node.key.name)) return
    const text = textOf(node.value)
    if (text !== undefined) found.push(text)
  })
  return found
}

function textsOwned(source: Source, beginnings: ReadonlySet<string>, words: ReadonlySet<string>): Finding[] {
  const found: Finding[] = []
  visitNodes(source, (node) => {
    const text = textOf(node)
    if (text === undefined) return
    const add = (message: string) =>
      found.push({ rule: 'own', path: source.path, line: lineAt(source.text, node.start), message })
    if (text.startsWith('/') && beginnings.has(firstPart(text))) add(`${text}: an address of a feature; take it`)
    else if (words.has(text.trim())) add(`«${text.trim()}»: a word of a feature; take it`)
  })
  return found
}

const firstPart = (address: string): string => address.split(/[/?#]/)[1] ?? ''

/** The text of a string, of the beginning of a template, or inside an element. */
function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked ?? undefined
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

const stylesOwned = ({ path, lines }: Source): Finding[] =>
  path.endsWith('.css')
    ? lines.flatMap((line, index) =>
        /@import.*\/features\//.test(line)
          ? [
              {
                rule: 'own',
                path,
                line: index + 1,
                message: 'styles of a feature: src/main/timone.css puts them together',
              },
            ]
          : [],
      )
    : []
