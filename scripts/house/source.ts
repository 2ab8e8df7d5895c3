// SPDX-License-Identifier: AGPL-3.0-or-later
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type EcmaScriptModule, type Program, parseSync } from 'oxc-parser'

/** An import, a re-export or a dynamic import of a source file. */
export type Import = {
  readonly line: number
  readonly specifier: string
  /** Path from the root of the tree, for relative specifiers alone. */
  readonly target: string | undefined
  /** The imported values, by their names in the other file; `*` stands for everything. Types are left out. */
  readonly values: readonly string[]
  /** The name of each imported value in this file → its name in the other one. */
  readonly locals: ReadonlyMap<string, string>
}

/** An exported value. When another file declares it, `from` is that file and `original` its name there. */
type Export = { readonly name: string; readonly from: string | undefined; readonly original: string }

/** A source file; `path` starts from the root of the tree and has forward slashes. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  /** The syntax tree of a program; undefined for styles, SQL and the like. */
  readonly program: Program | undefined
}

/** Something against the rules of the house. */
export type Finding = { readonly rule: string; readonly path: string; readonly line: number; readonly message: string }

/** Reads the sources of a tree (TypeScript, scripts, SQL, styles), except the fixture that breaks the rules on purpose. */
export function readSources(root: string): Source[] {
  return globSync('{src,scripts,tests,bench}/**/*.{ts,tsx,mjs,sql,css,typ}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/house/fixture/'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

function parseSource(path: string, text: string): Source {
  const lines = text.replace(/\n$/, '').split('\n')
  if (!/\.(tsx?|mjs)$/.test(path)) return { path, text, lines, imports: [], exports: [], program: undefined }
  const { module, program } = parseSync(path, text)
  const targetOf = (specifier: string) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined
  const imports = importsOf(module, text).map(({ start, specifier, values, locals }) => {
    return { line: lineAt(text, start), specifier, target: targetOf(specifier), values, locals: new Map(locals) }
  })
  return { path, text, lines, imports, exports: exportsOf(module, targetOf), program }
}

function importsOf({ staticImports, staticExports, dynamicImports }: EcmaScriptModule, text: string) {
  const imported = staticImports.map(({ start, moduleRequest, entries }) => {
    const values = entries.filter(({ isType }) => !isType)
    return {
      start,
      specifier: moduleRequest.value,
      values: values.map(({ importName }) => importName.name ?? '*'),
      locals: values.map(({ importName, localName }) => [localName.value, importName.name ?? '*'] as const),
    }
  })
  const passedOn = staticExports.flatMap(({ start, entries }) => {
    const values = entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? '*')
    const specifier = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest?.value
    return specifier === undefined ? [] : [{ start, specifier, values, locals: [] }]
  })
  const late = dynamicImports.map(({ start, moduleRequest }) => ({
    start,
    specifier: /^['"`](.*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1] ?? '',
    values: ['*'],
    locals: [],
  }))
  return [...imported, ...passedOn, ...late]
}

function exportsOf(
  { staticImports, staticExports }: EcmaScriptModule,
  targetOf: (specifier: string) => string | undefined,
): Export[] {
  const imported = new Map(
    staticImports.flatMap(({ moduleRequest, entries }) =>
      entries.map(({ localName, importName }) => [
        localName.value,
        { from: targetOf(moduleRequest.value), original: importName.name ?? '*' },
      ]),
    ),
  )
  return staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ isType }) => !isType)
    .map(({ exportName, importName, localName, moduleRequest }) => {
      const name = exportName.name ?? '*'
      if (moduleRequest) return { name, from: targetOf(moduleRequest.value), original: importName.name ?? '*' }
      const { from, original = name } = imported.get(localName.name ?? '') ?? {}
      return { name, from, original }
    })
}

/** The number of the line that an offset in a text is on, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Tests, the fixtures beside them, and everything in tests/. */
export const isTest = ({ path }: Pick<Source, 'path'>): boolean =>
  /(\.test|\/fixture)\.tsx?$/.test(path) || path.startsWith('tests/')
