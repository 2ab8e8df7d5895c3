// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Finding, type Import, isTest, type Source } from './source.ts'

/** What each floor of src may import besides itself; main, where everything is built, may import all. */
const floors: Record<string, readonly string[]> = {
  kernel: [],
  platform: ['kernel'],
  ui: ['kernel'],
  features: ['kernel', 'platform', 'ui', 'features'],
}

/** The order of the features: each may import those of the rows before its own. */
const featureOrder = [
  ['audit'],
  ['identity'],
  ['records'],
  ['administrations'],
  ['catalogue'],
  ['attachments'],
  ['plans'],
  ['funding'],
  ['monitoring'],
  ['deadlines'],
  ['profiles'],
  ['documents'],
  ['imports', 'registers'],
  ['transparency'],
  ['search'],
  ['journal'],
  ['oversight', 'worklist'],
]

/** Things that live (a database, a server, a clock) come from functions of these names: only src/main calls them. */
const builder = /^(open|start|connect|listen)[A-Z]|^(systemClock|readConfig)$/

/** Import direction, the order and the doors of the features, construction in main alone. */
export function checkRooms(sources: readonly Source[]): Finding[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/main/'))
    .flatMap((source) => [...unknownRoom(source), ...source.imports.flatMap((item) => brokenWall(source, item))])
}

function unknownRoom({ path }: Source): Finding[] {
  const { floor, room } = place(path)
  if (floor === 'features' ? rank(room) >= 0 : floor in floors) return []
  return [{ rule: 'room', path, line: 1, message: 'not a room of the house: see scripts/house/rooms.ts' }]
}

function brokenWall(source: Source, { line, target, values }: Import): Finding[] {
  const here = place(source.path)
  if (!target?.startsWith('src/')) return []
  const there = place(target)
  if (here.floor === there.floor && (here.floor !== 'features' || here.room === there.room)) return []

  const broken = (rule: string, message: string): Finding[] => [{ rule, path: source.path, line, message }]
  if (there.floor === 'features' && there.door !== 'index.ts') {
    return broken('index', `${target}: a feature is entered by its index.ts`)
  }
  if (isTest(source)) return []
  if (!floors[here.floor]?.includes(there.floor)) {
    return broken('direction', `${here.floor} may not import ${there.floor}`)
  }
  if (there.floor === 'features' && rank(there.room) >= rank(here.room)) {
    return broken('order', `${here.room} comes before ${there.room}, or beside it: it may not import it`)
  }
  const built = values.find((name) => builder.test(name))
  return built ? broken('construction', `only src/main calls ${built}: take what it builds as an argument`) : []
}

function place(path: string): { floor: string; room: string; door: string } {
  const [, floor = '', room = '', ...door] = path.split('/')
  return { floor, room, door: door.join('/') }
}

const rank = (feature: string): number => featureOrder.findIndex((row) => row.includes(feature))
