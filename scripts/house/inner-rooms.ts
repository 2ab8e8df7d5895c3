// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix } from 'node:path'
import { type Finding, type Import, isTest, type Source } from './source.ts'
import { type Tree, treeOf } from './tree.ts'

/** The rooms inside a feature, in order: each may import those before it. A room may be more than one folder. */
const innerOrder: Readonly<Record<string, readonly (readonly string[])[]>> = {
  plans: [
    // As long as it has no folder, the first room is everything at the feature's root.
    ['plan', 'sheet', 'views'],
    ['writing', 'contents', 'parts'],
    ['adaptation'],
    ['versions'],
    ['approval'],
    ['cycle'],
    ['work'],
  ],
}

/**
 * Rooms inside a feature: a room imports only earlier ones, and a folder that has an index.ts is entered by it. Outside
 * of its rooms such a feature keeps only its own index.ts and addresses.ts, which all its rooms may know: people walk from
 * any page to any other.
 */
export function checkInnerRooms(sources: readonly Source[]): Finding[] {
  const tree = treeOf(sources)
  return sources
    .filter(({ path }) => path.startsWith('src/features/'))
    .flatMap((source) => [
      ...outsideOfRooms(source, tree),
      ...source.imports.flatMap((item) => brokenInnerWall(source, item, tree)),
    ])
}

function outsideOfRooms({ path }: Source, tree: Tree): Finding[] {
  const { feature, room, file } = placeInside(path)
  const order = innerOrder[feature]
  if (
    !order ||
    /^src\/features\/\w+\/(index|addresses)\.ts$/.test(path) ||
    rank(feature, room) >= (hasFolder(feature, tree) ? 1 : 0)
  )
    return []
  if (room === order[0]?.[0] && file !== undefined) return []
  const message = `not in a room of ${feature}: see scripts/house/inner-rooms.ts`
  return [{ rule: 'inner-room', path, line: 1, message }]
}

function brokenInnerWall(source: Source, { line, target }: Import, tree: Tree): Finding[] {
  if (!target?.startsWith('src/features/')) return []
  const broken = (rule: string, message: string): Finding[] => [{ rule, path: source.path, line, message }]
  const here = placeInside(source.path)
  const there = placeInside(target)
  if (here.feature !== there.feature) return []

  const closed = closedFolder(target, tree)
  if (closed !== undefined && !source.path.startsWith(`${closed}/`)) {
    return broken('inner-index', `${target}: enter ${closed} by its index.ts`)
  }
  const isOuterIndex = source.path === `src/features/${here.feature}/index.ts`
  if (isTest(source) || isOuterIndex || !innerOrder[here.feature]) return []
  if (rank(here.feature, there.room) <= rank(here.feature, here.room)) return []
  return broken('inner-order', `${here.feature}: ${nameOf(here)} comes before ${nameOf(there)}: it may not import it`)
}

type Inside = { readonly feature: string; readonly room: string; readonly file: string | undefined }

/** The feature and the inner room of a path. Files at the feature's root belong to its first room. */
function placeInside(path: string): Inside {
  const [, , feature = '', first = '', ...rest] = path.split('/')
  const room = rest.length > 0 ? first : (innerOrder[feature]?.[0]?.[0] ?? '')
  return { feature, room, file: rest.length > 0 ? rest.join('/') : undefined }
}

const rank = (feature: string, room: string): number =>
  innerOrder[feature]?.findIndex((folders) => folders.includes(room)) ?? -1

const nameOf = ({ feature, room }: Inside): string => innerOrder[feature]?.[rank(feature, room)]?.[0] ?? room

const hasFolder = (feature: string, tree: Tree): boolean =>
  tree.has(`src/features/${feature}/${innerOrder[feature]?.[0]?.[0]}/index.ts`)

/** The nearest folder above a file, inside its feature, with an index.ts other than the file itself. */
function closedFolder(target: string, tree: Tree): string | undefined {
  const outer = target.split('/').slice(0, 3).join('/')
  for (let folder = posix.dirname(target); folder.length > outer.length; folder = posix.dirname(folder)) {
    if (tree.has(`${folder}/index.ts`) && target !== `${folder}/index.ts`) return folder
  }
  return undefined
}
