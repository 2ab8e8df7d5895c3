// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../../kernel/access.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { demand } from '../../../../kernel/permission.ts'
import { findStanding, lockedFields, subjectOf } from '../../../records/index.ts'
import { changeableNow, noPlan, type PlanAddress, planActions, readPlanAt } from '../../plan/index.ts'
import type { WritingDependencies } from './dependencies.ts'
import { findOffered } from './offered.ts'
import type { EditedPlan, RecordForm, RecordSheet } from './record-form.ts'

/** The form of a record in a plan; undefined where the address names none. */
export type FormOf<Content extends object, More> = (edited: EditedPlan) => RecordForm<Content, More> | undefined

/** What an address of a record that is not there answers. */
export const noRecord = () => notFound('Parte del piano')

/**
 * A record as its page shows it, for whoever has it in their hands.
 * @throws {TimoneError} `not-found`, `forbidden`
 */
export async function loadSheet<Content extends object, More>(
  { tenants, catalogue, keepersOf }: WritingDependencies,
  address: PlanAddress,
  formOf: FormOf<Content, More>,
  viewer: Viewer,
): Promise<RecordSheet<Content, More>> {
  const people = await keepersOf(address.slug)
  const sheet = await readPlanAt(tenants, address, async (open): Promise<RecordSheet<Content, More>> => {
    const { db, administration, plan } = open
    const edited = { administration, plan, edition: catalogue.edition(plan.edition) }
    const form = formOf(edited)
    if (!form) throw noRecord()
    const { kind, key } = form
    const subject = subjectOf(kind, plan, key)
    // The revision is read before the content: who saves on what they read then learns what was saved in between.
    const standing = await findStanding(db, plan, subject, viewer.person?.id)
    const loaded = form.load
      ? await form.load(db, edited)
      : { content: await kind.find(db, plan, key), more: undefined }
    const content = loaded.content
    if (form.mustExist && content === undefined) throw noRecord()
    if (kind.offices) {
      demand(viewer, planActions.writeEntries, {
        slug: address.slug,
        offices: (content && kind.offices(content)) ?? [],
      })
    }
    const now = changeableNow(kind, plan, open.plans)
    const writesAll = viewer.may(planActions.write, { slug: address.slug })
    return {
      ...edited,
      ...standing,
      form,
      content,
      more: loaded.more as More,
      locked: lockedFields(kind.fields, now.what, writesAll),
      now,
      plans: open.plans,
      offered: await findOffered(db, edited, kind.asks, people),
      suggestions: (await form.suggest?.(open)) ?? [],
    }
  })
  if (!sheet) throw noPlan(address)
  return sheet
}
