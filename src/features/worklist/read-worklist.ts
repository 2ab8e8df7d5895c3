// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import { unauthenticated } from '../../kernel/errors.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import { compareItalian } from '../../kernel/text.ts'
import { keepsake } from '../../platform/db/memory.ts'
import type { Reader, Tenants } from '../../platform/db/tenants.ts'
import {
  type Administration,
  readAdministrations,
  type UnfinishedSource,
  type WorkAsker,
  type WorkKind,
  type WorkOfBody,
  type WorkSource,
} from '../administrations/index.ts'
import type { WorkBody, WorkItem } from './model.ts'
import type { WorklistReader } from './readers.ts'
import { byKindAndDate, byUrgency } from './rules.ts'

/** What the list is made from. */
export type WorklistDependencies = {
  readonly tenants: Tenants
  readonly sources: readonly WorkSource[]
  readonly unfinished: UnfinishedSource
  /** The order of the list, most urgent first. */
  readonly kinds: readonly WorkKind[]
}

/** What the items of a body are made from, read and put together once for everybody, a few dozen kilobytes each. */
const stored = keepsake<BodyStored>(500)

/**
 * Reads a person's worklist. Only the bodies that have changed are read again, in a fixed number of queries for any
 * number of them; what was typed and not saved is read every time.
 */
export const openWorklistReader = ({ tenants, sources, unfinished, kinds }: WorklistDependencies): WorklistReader => ({
  async list(viewer, today) {
    const { person } = viewer
    if (!person) throw unauthenticated()
    const bodies = (await tenants.readMany([], readAdministrations)).filter((body) =>
      mayHaveWork(viewer, body, sources),
    )
    const ids = bodies.map(({ id }) => id)
    const unsaved = await tenants.readMany(ids, (reader) => unfinished.read(reader, bodies, person.id))
    const known = await tenants.recallMany(stored, ids, '', (reader) => readStored(reader, bodies, sources))
    const asker = { viewer, person: person.id, today }
    const items = bodies
      .toSorted((a, b) => compareItalian(a.name, b.name))
      .flatMap(({ id, slug, name }): readonly WorkItem[] => {
        const body = { slug, name }
        const ofBody = known.get(id)
        if (!ofBody) return []
        return [...waitingItems(ofBody, body, asker, kinds), ...(unsaved.get(id) ?? []).map((work) => ({ body, work }))]
      })
    return { items: items.toSorted(byKindAndDate(kinds)), bodies: bodies.length }
  },
})

const mayHaveWork = (viewer: Viewer, { slug }: Administration, sources: readonly WorkSource[]): boolean =>
  sources.some(({ actions }) => actions.some((action) => viewer.may(action, { slug })))

/** What each source makes items from. */
type BodyStored = readonly WorkOfBody[]

async function readStored(
  reader: Reader,
  bodies: readonly Administration[],
  sources: readonly WorkSource[],
): Promise<ReadonlyMap<AdministrationId, BodyStored>> {
  const asked = new Set(reader.administrations)
  const read = bodies.filter(({ id }) => asked.has(id))
  const found: ReadonlyMap<AdministrationId, WorkOfBody>[] = []
  // A transaction runs one query at a time.
  for (const source of sources) found.push(await source.read(reader, read))
  return new Map(read.map(({ id }) => [id, found.flatMap((one) => one.get(id) ?? [])]))
}

/** The items of people in a body, as long as what they are made from is kept. */
const made = new WeakMap<BodyStored, Map<string, readonly WorkItem[]>>()

/** People whose items are kept for one state of a body. */
const peopleKept = 30

/** What waits for somebody in a body, but for what they did not save, in the order of the list. */
function waitingItems(
  ofBody: BodyStored,
  body: WorkBody,
  asker: WorkAsker,
  kinds: readonly WorkKind[],
): readonly WorkItem[] {
  const ofPeople = made.get(ofBody) ?? new Map<string, readonly WorkItem[]>()
  made.set(ofBody, ofPeople)
  // The key of a viewer tells who they are and all that they may do.
  const key = `${asker.viewer.key} ${asker.today}`
  const known = ofPeople.get(key)
  if (known) return known
  const items = ofBody.flatMap((workOf) => workOf(asker)).map((work) => ({ body, work }))
  if (ofPeople.size >= peopleKept) ofPeople.clear()
  const sorted = items.toSorted(byUrgency(kinds))
  ofPeople.set(key, sorted)
  return sorted
}
