// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from 'oxc-parser'
import { type Finding, isTest, type Source } from './source.ts'
import { originsOf, type Tree, treeOf, walk } from './tree.ts'

/** What declares a page, a form or a command: the name, and the file or package that it comes from. */
const declares: Readonly<Record<string, RegExp>> = {
  route: /^src\/platform\/http\//,
  formRoute: /^src\/platform\/http\//,
  buildCommand: /^@stricli\/core$/,
  buildRouteMap: /^@stricli\/core$/,
}
const store = /[/-]store\.ts$|^src\/platform\/db\//

/**
 * A door is a file of a feature that declares routes or commands, or uses what makes them, or draws pages. Doors reach
 * no store, not even through an index.ts. Other files know nothing of the web.
 */
export function checkDoors(sources: readonly Source[]): Finding[] {
  const tree = treeOf(sources)
  const rooms = sources.filter((source) => source.path.startsWith('src/features/') && !isTest(source))
  const doors = findDoors(rooms, tree)
  return rooms.flatMap((source) =>
    doors.has(source.path) || isView(source) ? storesReached(source, tree) : webReached(source),
  )
}

const isView = ({ path }: Source): boolean => path.endsWith('.tsx') || /\/(views|forms)\//.test(path)

function storesReached({ path, imports }: Source, tree: Tree): Finding[] {
  return imports.flatMap(({ line, target = '', values }) => {
    const reached = values.filter((name) => originsOf(tree, target, name).some((origin) => store.test(origin)))
    const found = store.test(target) && reached.length === 0 ? ['what this file imports'] : reached
    return found.map((name) => ({
      rule: 'door',
      path,
      line,
      message: `${name} is a store's: call a use case or a reader`,
    }))
  })
}

function webReached({ path, imports }: Source): Finding[] {
  return imports
    .filter(({ target }) => target?.startsWith('src/platform/http/'))
    .map(({ line, target }) => ({ rule: 'web', path, line, message: `${target}: only doors and views know the web` }))
}

/** Files that declare routes or commands, then those that use a function that makes them, until none is added. */
function findDoors(rooms: readonly Source[], tree: Tree): ReadonlySet<string> {
  const makers = new Set<string>()
  const doors = new Set<string>()
  const makes = ({ imports, path }: Source, used: string): boolean => {
    if (makers.has(`${path} ${used}`)) return true
    const item = imports.find(({ locals }) => locals.has(used))
    const name = item?.locals.get(used) ?? ''
    if (item && declares[name]?.test(item.target ?? item.specifier)) return true
    return (
      item?.target !== undefined && originsOf(tree, item.target, name).some((file) => makers.has(`${file} ${name}`))
    )
  }
  const uses = rooms.map((source) => ({ source, statements: namesUsed(source) }))
  for (let before = -1; before !== makers.size; ) {
    before = makers.size
    for (const { source, statements } of uses) {
      for (const { declared, names } of statements) {
        if (makers.has(`${source.path} ${declared}`) || !names.some((name) => makes(source, name))) continue
        doors.add(source.path)
        makers.add(`${source.path} ${declared}`)
      }
    }
  }
  return doors
}

/** The names that each statement at the top of a file uses, and the function or constant that it declares. */
function namesUsed({ program }: Source): { declared: string | undefined; names: readonly string[] }[] {
  const statements = program?.body.filter(({ type }) => type !== 'ImportDeclaration') ?? []
  return statements.map((statement) => {
    const names = new Set<string>()
    walk(statement, (node) => {
      if (node.type === 'Identifier') names.add(node.name)
    })
    return { declared: declaredName(statement), names: [...names] }
  })
}

function declaredName(statement: Node): string | undefined {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declared?.type === 'FunctionDeclaration') return declared.id?.name
  if (declared?.type !== 'VariableDeclaration') return undefined
  const [first] = declared.declarations
  return first?.id.type === 'Identifier' ? first.id.name : undefined
}
