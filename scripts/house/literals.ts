// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from 'oxc-parser'
import { type Finding, isTest, lineAt, type Source } from './source.ts'
import { visitNodes } from './tree.ts'

/** The files that give colours their names. */
const palettes =
  /^src\/ui\/(styles\/tokens\.css|colours\.ts)$|^src\/features\/documents\/(charts|layout)\/palette\.ts$|^src\/ui\/timone\.svg$/
/** Files that quote others with straight apostrophes, and whom they quote. */
const quotes: Readonly<Record<string, string>> = {
  'src/features/administrations/registration/registry/layouts.ts':
    'headings of the national registry of municipalities',
}

/** Finds spread literals, `export *`, colours without a name, and straight apostrophes in Italian texts. */
export function checkLiterals(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [...treeRules(source), ...colours(source)])
}

function treeRules(source: Source): Finding[] {
  const found: Finding[] = []
  const inSource = source.path.startsWith('src/') && !isTest(source)
  visitNodes(source, (node) => {
    const add = (rule: string, message: string) =>
      found.push({ rule, path: source.path, line: lineAt(source.text, node.start), message })
    if (isSpread(node) && node.argument.type === 'ObjectExpression') {
      add('spread', 'an object literal that is spread hides misspelt names from the compiler')
    }
    if (inSource && node.type === 'ExportAllDeclaration') add('star', 'an index lists the names that it gives')
    const text = inSource && quotes[source.path] === undefined ? wordsIn(node) : undefined
    const straight = text === undefined ? undefined : straightApostrophe(text)
    if (straight !== undefined) add('apostrophe', `${straight}: Italian texts have ’`)
  })
  return found
}

const isSpread = (node: Node) => node.type === 'SpreadElement' || node.type === 'JSXSpreadAttribute'

/** The text of a node: a string, a piece of a template, the text of an element. */
function wordsIn(node: Node): string | undefined {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'TemplateElement') return node.value.cooked ?? undefined
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** The first word with a straight apostrophe between two letters, except English contractions and genitives. */
function straightApostrophe(text: string): string | undefined {
  for (const [word, , after = ''] of text.matchAll(/(\p{L}+)'(\p{L}+)/gu)) {
    if (!/^(s|t|re|ve|ll|d|m)$/.test(after)) return word
  }
  return undefined
}

function colours(source: Source): Finding[] {
  if (!source.path.startsWith('src/') || isTest(source) || palettes.test(source.path)) return []
  return source.lines.flatMap((text, index) => {
    const colour = /(?<![\w&/])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![-\w(])/i.exec(text)?.[0]
    const message = `${colour}: give the colour a name among the tokens or in the palette`
    return colour ? [{ rule: 'colour', path: source.path, line: index + 1, message }] : []
  })
}
