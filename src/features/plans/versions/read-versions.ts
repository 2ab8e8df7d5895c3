// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { type Administration, findBody } from '../../administrations/index.ts'
import { readAttachment } from '../../attachments/index.ts'
import { type Catalogue, type Edition, titleOf } from '../../catalogue/index.ts'
import {
  type AdministrationPlan,
  type PlanRow,
  type RecordKinds,
  readPlan,
  readPlanRows,
  tailorFor,
  type WholePlan,
} from '../plan/index.ts'
import { comparePlans, type PlanChange } from './compare-plans.ts'
import type { Freezer } from './freezer.ts'
import type { Version, VersionDocument } from './model.ts'
import type { VersionReference } from './version-reference.ts'
import {
  readVersionContent,
  readVersionDocument,
  readVersionDocuments,
  readVersionNumbers,
  readVersions,
} from './version-store.ts'

/** The versions of a plan, and what else of the body they may be compared with. */
export type VersionSheet = AdministrationPlan & {
  readonly standing: Pick<PlanRow, 'state' | 'version'>
  /** Newest first. */
  readonly versions: readonly (Version & { readonly documents: readonly VersionDocument[] })[]
  /** All that can be compared, of this plan first. */
  readonly comparable: readonly VersionReference[]
}

/** One of two versions that are compared; `sha256` is of its content. */
export type ComparedVersion = VersionReference & { readonly sha256: string }

/** Two versions side by side. */
export type Comparison = {
  readonly administration: Administration
  readonly before: ComparedVersion
  readonly after: ComparedVersion
  readonly changes: readonly PlanChange[]
}

/** A file of a version, byte for byte as it was stored. */
export type StoredFile = { readonly filename: string; readonly mediaType?: string; readonly bytes: Uint8Array }

/** What pages read of the versions of plans; undefined where the body, the plan or the version is unknown. */
export type VersionReader = {
  sheet(slug: Slug, triennium: Triennium): Promise<VersionSheet | undefined>
  document(
    slug: Slug,
    triennium: Triennium,
    which: { readonly version: number; readonly format: string; readonly layout: string },
  ): Promise<StoredFile | undefined>
  /** The file of the act that approved a version. */
  act(slug: Slug, triennium: Triennium, version: number): Promise<StoredFile | undefined>
  compare(slug: Slug, before: VersionReference, after: VersionReference): Promise<Comparison | undefined>
}

type VersionReaderDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly freezer: Pick<Freezer, 'contentOf'>
  /** What plans are compared by, in the order of the document. */
  readonly kinds: RecordKinds
}

/** Reads versions from the store. */
export function openVersionReader({ tenants, catalogue, freezer, kinds }: VersionReaderDependencies): VersionReader {
  const inBody = async <T>(slug: Slug, work: (reader: Reader, administration: Administration) => Promise<T>) => {
    const administration = await findBody(tenants, slug)
    return administration && (await tenants.tenant(administration.id).read((reader) => work(reader, administration)))
  }
  const inPlan = <T>(slug: Slug, triennium: Triennium, work: (reader: Reader, plan: PlanRow) => Promise<T>) =>
    inBody(slug, async (reader) => {
      const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
      return plan && (await work(reader, plan))
    })
  const contentOf = async (reader: Reader, rows: readonly PlanRow[], { triennium, number }: VersionReference) => {
    const plan = rows.find((row) => row.triennium === triennium)
    if (!plan) return undefined
    const found =
      number === 'draft' ? await freezer.contentOf(reader, plan) : await readVersionContent(reader, plan, number)
    return found && { sha256: found.sha256, whole: JSON.parse(found.content) as WholePlan }
  }
  return {
    sheet: (slug, triennium) =>
      inBody(slug, async (reader, administration) => {
        const rows = await readPlanRows(reader)
        const plan = rows.find((row) => row.triennium === triennium)
        if (!plan) return undefined
        const versions = await readVersions(reader, plan)
        const documents = Map.groupBy(await readVersionDocuments(reader, plan), ({ version }) => version)
        const numbers = await readVersionNumbers(reader)
        const ofThisFirst = [plan, ...rows.filter((row) => row !== plan)]
        return {
          administration,
          tailored: tailorFor(administration, await readPlan(reader, plan), catalogue),
          standing: { state: plan.state, version: plan.version },
          versions: versions.map((version) => ({ ...version, documents: documents.get(version.number) ?? [] })),
          comparable: ofThisFirst.flatMap(({ id, triennium }) =>
            (['draft', ...(numbers.get(id) ?? [])] as const).map((number) => ({ triennium, number })),
          ),
        }
      }),
    document: (slug, triennium, which) =>
      inPlan(slug, triennium, (reader, plan) => readVersionDocument(reader, plan, which)),
    act: (slug, triennium, version) =>
      inPlan(slug, triennium, async (reader, plan) => {
        const found = (await readVersions(reader, plan)).find(({ number }) => number === version)
        return found?.actFile === undefined
          ? undefined
          : await readAttachment(reader, plan.administration, found.actFile)
      }),
    compare: (slug, before, after) =>
      inBody(slug, async (reader, administration) => {
        const rows = await readPlanRows(reader)
        const old = await contentOf(reader, rows, before)
        const now = await contentOf(reader, rows, after)
        if (!old || !now) return undefined
        return {
          administration,
          before: { ...before, sha256: old.sha256 },
          after: { ...after, sha256: now.sha256 },
          changes: comparePlans(
            {
              kinds: kinds.flatMap(({ compared = [] }) => compared),
              names: new Map([old, now].flatMap(({ whole }) => namesOf(catalogue.edition(whole.plan.edition)))),
              where: { slug, triennium: after.triennium },
            },
            old.whole,
            now.whole,
          ),
        }
      }),
  }
}

/** What people call the lines and chapters of an edition, by code and by `chapter-3`. */
const namesOf = ({ lines, chapters }: Edition): readonly (readonly [string, string])[] => [
  ...lines.map((line) => [line.code, titleOf(line)] as const),
  ...chapters.map(({ number, title }) => [`chapter-${number}`, title] as const),
]
