// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import type { Actor } from '../../../../kernel/access.ts'
import { notFound, stale } from '../../../../kernel/errors.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { attachmentEvents, keepAttachment } from '../../../attachments/index.ts'
import { record } from '../../../audit/index.ts'
import { type PlanRow, readPlanRows, updatePlan } from '../../plan/index.ts'
import { type FrozenDocument, insertVersion, type PlanContent } from '../../versions/index.ts'
import { approvalEvents } from '../events.ts'
import type { FiledAct, StepInput, StepOutcome } from '../model.ts'
import { stepOf } from '../rules.ts'
import { examineStep, type ReadyStep } from './examine-step.ts'
import { readJournalHead } from './step-store.ts'
import { lockedPlan, type StepDependencies, type StepPlace } from './take-step.ts'

/**
 * Approves a plan and freezes what was approved. The content is read and the step examined, then all the documents are
 * printed outside of any transaction, while everybody goes on working; at last, in one transaction, the step is
 * examined again and the version is stored, unless the content is not the same any more.
 * @throws {TimoneError} as `movePlan`
 */
export async function approvePlan(dependencies: StepDependencies, place: StepPlace): Promise<StepOutcome> {
  const { freezer, clock, check } = dependencies
  const { slug, triennium, tenant, input, viewer } = place
  const { to: after } = stepOf(input.transition)
  const examination = { slug, input, check, today: clock.today() }
  const seen = await tenant.read(async (reader) => {
    const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    const act = actOf(await examineStep(reader, { ...examination, plan }))
    const content = await freezer.contentOf(reader, plan)
    refuseUnread(input, plan, content)
    return { act, version: plan.version, content }
  })
  const { act, version, content } = seen
  const documents = await freezer.print(content, { version, act: plainAct(act) })
  return await tenant.write(async (writer) => {
    const plan = await lockedPlan(writer, place)
    await examineStep(writer, { ...examination, plan })
    if ((await freezer.contentOf(writer, plan)).sha256 !== content.sha256) throw stale(`Piano ${triennium}`)
    await updatePlan(writer, plan, { state: after })
    await storeVersion(writer, plan, { act, content, documents, at: clock.now() }, viewer.actor)
    return { before: plan.state, after, version, sha256: content.sha256 }
  })
}

/**
 * Who approves must have read what is approved: the hash of the content tells exactly, the revision when it is all that
 * was said.
 */
function refuseUnread({ hash, revision }: StepInput, plan: PlanRow, { sha256 }: PlanContent): void {
  if (hash === undefined ? revision !== plan.revision : hash !== sha256) throw stale(`Piano ${plan.triennium}`)
}

function actOf({ act }: ReadyStep): FiledAct {
  if (!act) throw new Error('the step that freezes needs an act')
  return act
}

const plainAct = ({ body, number, date }: FiledAct) => ({ body, number, date })

type Approved = {
  readonly act: FiledAct
  readonly content: PlanContent
  readonly documents: readonly FrozenDocument[]
  readonly at: Date
}

async function storeVersion(
  writer: Writer,
  plan: PlanRow,
  { act, content: { content, sha256 }, documents, at }: Approved,
  actor: Actor,
): Promise<void> {
  const { name, bytes, mediaType } = act.file
  const file = { sha256: createHash('sha256').update(bytes).digest('hex'), name, bytes, mediaType, at, actor }
  if ((await keepAttachment(writer, file)) === 'kept') {
    await record(writer, actor, attachmentEvents.fileAttached, {
      filename: name,
      sha256: file.sha256,
      size: bytes.byteLength,
    })
  }
  const { triennium, state, version } = plan
  await record(writer, actor, approvalEvents.planMoved, {
    triennium,
    transition: 'approve',
    version,
    before: state,
    after: 'approved',
    sha256,
    act: { ...plainAct(act), file: file.sha256 },
  })
  await insertVersion(
    writer,
    plan,
    {
      number: version,
      content,
      sha256,
      act: plainAct(act),
      actFile: file.sha256,
      approvedAt: at,
      approvedBy: actor.name,
      journalHash: await readJournalHead(writer),
    },
    documents,
  )
}
