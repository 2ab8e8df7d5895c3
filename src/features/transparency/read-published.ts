// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Clock } from '../../kernel/clock.ts'
import { TimoneError } from '../../kernel/errors.ts'
import type { PublicReader, Tenants } from '../../platform/db/tenants.ts'
import { readAssociations } from '../administrations/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { tailorFor } from '../plans/index.ts'
import { parseCanonical } from '../profiles/index.ts'
import { createContentMemory } from './content-memory.ts'
import type { PublishedContent, PublishedVersion, Standing } from './model.ts'
import type { TransparencyReader, VersionAddress } from './readers.ts'
import { planOf, plansOf, standingOf } from './rules.ts'
import { readContents, readDocument, readDocuments, readVersions } from './store.ts'

/** In characters: about a hundred plans of the usual length. */
const contentCapacity = 32 * 2 ** 20
const standingCapacity = 20_000

/** Reads what is published, with a database role that sees nothing else. */
export function openTransparencyReader(tenants: Tenants, catalogue: Catalogue, clock: Clock): TransparencyReader {
  const contents = createContentMemory<PublishedContent | undefined>(contentCapacity)
  const standings = createContentMemory<Standing>(standingCapacity)

  /** The contents of versions by hash, without those that cannot be read. At most one query. */
  async function contentsOf(reader: PublicReader, versions: readonly PublishedVersion[]) {
    const found = new Map(versions.map(({ sha256 }) => [sha256, contents.get(sha256)]))
    const texts = await readContents(
      reader,
      versions.filter(({ sha256 }) => found.get(sha256) === undefined),
    )
    for (const [sha256, json] of texts) {
      const content = interpret(json, catalogue)
      contents.keep(sha256, content, json.length)
      found.set(sha256, content)
    }
    return found
  }

  async function find(reader: PublicReader, { slug, triennium, number }: VersionAddress) {
    const plan = planOf(await readVersions(reader, { slug, triennium }))
    const version = number === undefined ? plan?.current : plan?.versions.find((one) => one.number === number)
    return plan && version && { plan, version }
  }

  return {
    plans: async () => plansOf(await tenants.readPublished((reader) => readVersions(reader))),

    plansOf: async (slug) => plansOf(await tenants.readPublished((reader) => readVersions(reader, { slug }))),

    associations: () =>
      tenants.readPublished(async (reader) => {
        const plans = plansOf(await readVersions(reader))
        const associations = await readAssociations(reader, clock.today())
        return associations
          .map((association) => ({
            association,
            plans: plans.filter(({ publisher }) => association.members.includes(publisher.slug)),
          }))
          .filter((found) => found.plans.length > 0)
      }),

    standings: (plans) =>
      tenants.readPublished(async (reader) => {
        const current = plans.map((plan) => plan.current)
        const unknown = current.filter(({ sha256 }) => standings.get(sha256) === undefined)
        for (const [sha256, content] of await contentsOf(reader, unknown)) {
          if (content) standings.keep(sha256, standingOf(content.tailored.chapters, clock.today()), 1)
        }
        return new Map(
          current.flatMap(({ sha256 }) => {
            const standing = standings.get(sha256)
            return standing ? [[sha256, standing]] : []
          }),
        )
      }),

    version: (address) =>
      tenants.readPublished(async (reader) => {
        const found = await find(reader, address)
        if (!found) return undefined
        const documents = await readDocuments(reader, found.version)
        const content = (await contentsOf(reader, [found.version])).get(found.version.sha256)
        return { ...found, documents, ...(content && { content }) }
      }),

    document: (address, format, layout) =>
      tenants.readPublished(async (reader) => {
        const found = await find(reader, address)
        return found && (await readDocument(reader, found.version, format, layout))
      }),

    data: (address) =>
      tenants.readPublished(async (reader) => {
        const found = await find(reader, address)
        if (!found) return undefined
        const { sha256, triennium, number, publisher } = found.version
        const json = (await readContents(reader, [found.version])).get(sha256)
        const filename = `piano-${publisher.slug}-${triennium}-versione-${number}.json`
        return json === undefined ? undefined : { bytes: new TextEncoder().encode(json), filename, sha256 }
      }),
  }
}

/**
 * The approved contents, tailored to the body; undefined when today's catalogue or rules do not accept them any more.
 */
function interpret(json: string, catalogue: Catalogue): PublishedContent | undefined {
  try {
    const profile = parseCanonical(json, 'versione pubblicata', catalogue)
    const { administration, facts, plan } = profile
    return { profile, tailored: tailorFor({ ...administration, facts: facts ?? {} }, plan, catalogue) }
  } catch (error) {
    if (error instanceof TimoneError) return undefined
    throw error
  }
}
