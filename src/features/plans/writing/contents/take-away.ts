// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../../kernel/access.ts'
import { notFound, stale } from '../../../../kernel/errors.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { listLastContents, loadCurrent, type NumberedKind, subjectOf } from '../../../records/index.ts'
import { type PlanAddress, type PlanRow, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from '../editor/change-record.ts'

/** A record of a body’s plan that has a number, as addresses name it. */
export type NumberedPlace = PlanAddress & { readonly number: string }

/**
 * Takes a record away from a plan; it stays in its revisions.
 * @param base the revision that the person had before them.
 * @throws {TimoneError} as `changeRecord`, `not-found`, and `stale` when somebody else changed it meanwhile.
 */
export async function takeAway<Content extends object>(
  { tenants }: { readonly tenants: Tenants },
  kind: NumberedKind<Content, PlanRow>,
  { slug, triennium, number }: NumberedPlace,
  base: number,
  viewer: Viewer,
): Promise<void> {
  await writePlanAt(tenants, { slug, triennium }, async ({ db, plan }) => {
    const present = await kind.find(db, plan, number)
    if (!present) throw notFound(nameIn(kind, number))
    const place = { slug, owner: plan, key: number }
    const outcome = await changeRecord(db, kind, place, { base, content: undefined }, viewer)
    if (outcome.kind === 'conflict') throw stale(`«${kind.numbered.nameOf(present)}»`)
  })
}

/**
 * Brings back a record that was taken away, as it was; one that is there stays as it is.
 * @throws {TimoneError} as `changeRecord`, `not-found`
 */
export async function bringBack<Content extends object>(
  { tenants }: { readonly tenants: Tenants },
  kind: NumberedKind<Content, PlanRow>,
  { slug, triennium, number }: NumberedPlace,
  viewer: Viewer,
): Promise<void> {
  await writePlanAt(tenants, { slug, triennium }, async ({ db, plan }) => {
    const { revision, content: present } = await loadCurrent(db, kind, plan, number)
    if (present) return
    const subject = subjectOf(kind, plan, number)
    const content = (await listLastContents(db, plan, [subject])).get(subject) as Content | undefined
    if (!content) throw notFound(nameIn(kind, number))
    await changeRecord(db, kind, { slug, owner: plan, key: number }, { base: revision, content }, viewer)
  })
}

function nameIn<Content extends object>({ called, words }: NumberedKind<Content, PlanRow>, number: string): string {
  const name = (called?.(number) ?? words.one).replace(/^(l’|il )/, '')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
