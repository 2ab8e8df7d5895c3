// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import { keepsake } from '../../../platform/db/memory.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { type Administration, findBody } from '../../administrations/index.ts'
import type { JournalLine } from '../../audit/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import {
  type AdministrationPlan,
  type CompletenessCheck,
  type Missing,
  type PlanRow,
  type RecordKinds,
  readPlan,
  readPlanRows,
  tailorFor,
} from '../plan/index.ts'
import { type Freezer, readVersions, type Version } from '../versions/index.ts'
import { readComments, readOpenComments } from './comments/comment-store.ts'
import { type CommentSubject, listCommentSubjects, type Spoken, tellSubjects } from './comments/comment-subjects.ts'
import type { StepLineEvent } from './events.ts'
import type { ReviewComment } from './model.ts'
import { readSteps } from './steps/step-store.ts'

/** A plan on its way: where it stands, what it lacks, what was said and done. */
export type ApprovalSheet = AdministrationPlan & {
  readonly standing: Pick<PlanRow, 'state' | 'version' | 'revision'> & {
    /** SHA-256 of the content as it stands now. */
    readonly sha256: string
  }
  readonly missing: readonly Missing[]
  /** Oldest first. */
  readonly comments: readonly (ReviewComment & { readonly about: Spoken })[]
  /** What can be spoken of. */
  readonly subjects: readonly CommentSubject[]
  /** The journal's lines of its steps, oldest first. */
  readonly steps: readonly JournalLine<StepLineEvent>[]
  /** Newest first. */
  readonly versions: readonly Version[]
}

/** What pages, API and command line read of a plan's way. */
export type ApprovalReader = {
  /** Undefined when the body or the plan is unknown. */
  sheet(slug: Slug, triennium: Triennium): Promise<ApprovalSheet | undefined>
  /** What was said of a plan and waits for somebody to deal with it; nothing where there is no such plan. */
  openComments(slug: Slug, triennium: Triennium): Promise<readonly ReviewComment[]>
}

type ApprovalReaderDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly check: CompletenessCheck
  readonly freezer: Pick<Freezer, 'contentOf'>
  readonly kinds: RecordKinds
}

/** What was said of a plan and waits. */
const openComments = keepsake<readonly ReviewComment[]>(500)

/** Reads the way of plans from the store. A page takes a bounded number of queries, in one transaction. */
export function openApprovalReader({
  tenants,
  catalogue,
  check,
  freezer,
  kinds,
}: ApprovalReaderDependencies): ApprovalReader {
  const inPlan = async <T>(
    slug: Slug,
    triennium: Triennium,
    work: (reader: Reader, administration: Administration, plan: PlanRow) => Promise<T>,
  ): Promise<T | undefined> => {
    const administration = await findBody(tenants, slug)
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
      return plan && (await work(reader, administration, plan))
    })
  }
  return {
    sheet: (slug, triennium) =>
      inPlan(slug, triennium, async (reader, administration, plan) => {
        const tailored = tailorFor(administration, await readPlan(reader, plan), catalogue)
        const source = { db: reader, administration, plan, tailored }
        const subjects = await listCommentSubjects(kinds, source, { slug, triennium })
        const aboutOf = tellSubjects(kinds, subjects)
        return {
          administration,
          tailored,
          standing: {
            state: plan.state,
            version: plan.version,
            revision: plan.revision,
            sha256: (await freezer.contentOf(reader, plan)).sha256,
          },
          missing: await check(reader, administration, plan),
          comments: (await readComments(reader, plan)).map((comment) => ({ ...comment, about: aboutOf(comment) })),
          subjects,
          steps: await readSteps(reader, plan),
          versions: await readVersions(reader, plan),
        }
      }),
    openComments: async (slug, triennium) => {
      const administration = await findBody(tenants, slug)
      if (!administration) return []
      return await tenants.tenant(administration.id).recall(openComments, triennium, async (reader) => {
        const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
        return plan ? await readOpenComments(reader, plan) : []
      })
    },
  }
}
