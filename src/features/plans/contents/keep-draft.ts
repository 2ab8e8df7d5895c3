// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { notFound, unauthenticated } from '../../../kernel/errors.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { findAdministration } from '../../administrations/index.ts'
import { type PartKind, subjectOf } from '../parts/part-kind.ts'
import type { PlanAddress } from '../plan/model.ts'
import { readPlanRows } from '../plan/store.ts'
import { type Draft, type DraftKey, deleteDraft, writeDraft } from '../writing/draft-store.ts'

/** What keeping a draft needs. */
export type DraftDependencies = { readonly tenants: Tenants; readonly clock: Clock }

/** Which part of which plan is being typed. */
export type DraftPlace = PlanAddress & {
  readonly kind: Pick<PartKind<object>, 'name' | 'ofBody'>
  readonly key: string
}

/**
 * Keeps what a person is typing of a part, for them alone, as it is: nothing is checked, nothing of the plan changes and
 * the journal does not tell it.
 * @returns when it was kept.
 * @throws {TimoneError} `unauthenticated` without a person, `not-found`.
 */
export async function keepDraft(
  { tenants, clock }: DraftDependencies,
  place: DraftPlace,
  draft: Omit<Draft, 'savedAt'>,
  viewer: Viewer,
): Promise<Date> {
  const savedAt = clock.now()
  await aside(tenants, place, viewer, (writer, key) => writeDraft(writer, key, { ...draft, savedAt }))
  return savedAt
}

/** Drops a person's draft of a part, if any. @throws {TimoneError} as `keepDraft` */
export async function dropDraft(
  { tenants }: Pick<DraftDependencies, 'tenants'>,
  place: DraftPlace,
  viewer: Viewer,
): Promise<void> {
  await aside(tenants, place, viewer, deleteDraft)
}

async function aside(
  tenants: Tenants,
  { slug, triennium, kind, key }: DraftPlace,
  { person }: Viewer,
  work: (writer: Writer, key: DraftKey) => Promise<void>,
): Promise<void> {
  if (!person) throw unauthenticated()
  const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (!administration) throw notFound(`Ente «${slug}»`)
  await tenants.tenant(administration.id).writeAside(async (writer) => {
    const plan = (await readPlanRows(writer)).find((row) => row.triennium === triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    await work(writer, { person: person.id, subject: subjectOf(kind, plan, key) })
  })
}
