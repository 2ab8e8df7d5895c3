// SPDX-License-Identifier: AGPL-3.0-or-later
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** An import, re-export or dynamic import of a source file. */
export type Import = {
  readonly line: number
  readonly specifier: string
  /** Path from the root of the tree, for relative specifiers alone. */
  readonly target: string | undefined
  /** Names imported as values; types are not among them. */
  readonly values: readonly string[]
}

/** A source file; `path` starts from the root of the tree and has forward slashes. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly imports: readonly Import[]
}

/** Something against the rules of the house. */
export type Finding = { readonly rule: string; readonly path: string; readonly line: number; readonly message: string }

/** A re-export or an import statement, at the start of a line as the formatter leaves it. */
const statement = /^(?:import|export)\s+(type\s+)?((?:[\w$*,\s]|\{[^}]*\})+?)\s+from\s+'([^']+)'|^import\s+'([^']+)'/gm
const dynamic = /\bimport\(\s*'([^']+)'/g

/** Reads the sources of a tree (TypeScript, scripts, SQL, styles), the fixture of the rules themselves aside. */
export function readSources(root: string): Source[] {
  return globSync('{src,scripts,tests,bench}/**/*.{ts,tsx,mjs,sql,css,typ}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/house/fixture/'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Finds the imports of a formatted source file: there is no parser in JavaScript for the installed TypeScript. */
function parseSource(path: string, text: string): Source {
  const found = [
    ...[...text.matchAll(statement)].map((match) => {
      const [, type, clause = '', from, bare] = match
      return { index: match.index, specifier: from ?? bare ?? '', values: type ? [] : valueNames(clause) }
    }),
    ...[...text.matchAll(dynamic)].map((match) => ({ index: match.index, specifier: match[1] ?? '', values: [] })),
  ]
  const imports = found.map(({ index, specifier, values }) => ({
    line: text.slice(0, index).split('\n').length,
    specifier,
    target: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined,
    values,
  }))
  return { path, text, lines: text.replace(/\n$/, '').split('\n'), imports }
}

function valueNames(clause: string): string[] {
  return clause
    .replace(/[{}]/g, ',')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name)
}

/** Tests, the fixtures beside them, and everything in tests/. */
export const isTest = ({ path }: Source): boolean => /(\.test|\/fixture)\.tsx?$/.test(path) || path.startsWith('tests/')
