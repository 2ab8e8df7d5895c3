// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import { readAttachment } from '../../../attachments/index.ts'
import { record } from '../../../audit/index.ts'
import type { ActionLine, Catalogue } from '../../../catalogue/index.ts'
import {
  type EntryContent,
  editable,
  entryContent,
  findEntry,
  markAllReviewed,
  type PlanRow,
  type TailoredLine,
  tailorFor,
  updatePlan,
} from '../../plan/index.ts'
import type { CheckQuestion, EditedPlan, SavedAs } from '../editor/record-form.ts'
import { writingEvents } from '../events.ts'
import { checkEntry } from './rules.ts'

/** What the page of an entry shows besides its fields. */
export type EntryPage = {
  /** The line and its verdict, with the entry as it is stored. */
  readonly tailored: TailoredLine
  readonly neighbours: { readonly previous: ActionLine | undefined; readonly next: ActionLine | undefined }
  /** Carried from an earlier plan, and not gone through yet. */
  readonly toReview: boolean
  /** `2022-2024 CAP1.PA.LA02` */
  readonly carriedFrom?: string
}

/** An entry of a plan with what its page shows besides. */
export async function loadEntry(
  reader: Reader,
  { administration, owner: plan, edition }: EditedPlan,
  code: ActionLineCode,
  catalogue: Catalogue,
) {
  const kept = await findEntry(reader, plan, code)
  const written = {
    triennium: plan.triennium,
    edition: plan.edition,
    ...(plan.choices && { choices: plan.choices }),
    ...(kept && { entries: [kept.entry] }),
  }
  const lines = tailorFor(administration, written, catalogue).chapters.flatMap((chapter) => chapter.lines)
  const index = lines.findIndex(({ line }) => line.code === code)
  const tailored = lines[index]
  if (!tailored) throw new Error(`line ${code} is not in edition ${edition.id}`)
  return {
    ...(kept && { content: entryContent(kept) }),
    more: {
      tailored,
      neighbours: { previous: lines[index - 1]?.line, next: lines[index + 1]?.line },
      toReview: kept?.toReview ?? false,
      ...(kept?.carriedFrom && { carriedFrom: kept.carriedFrom }),
    },
  }
}

/** What an entry cannot say, of what changed in it: its dates, people who have no role, files that nobody attached. */
export async function checkWhole(question: CheckQuestion<EntryContent>): Promise<readonly Problem[]> {
  const { writer, owner, before, content, today, offered } = question
  const problems = [...checkEntry(before, content, today)]
  const { ownerPerson, evidence = [] } = content
  const people = (offered.people ?? []).flatMap(({ options }) => options.map(([id]) => id))
  if (ownerPerson && ownerPerson !== before?.ownerPerson && !people.includes(ownerPerson)) {
    problems.push({ place: 'ownerPerson', message: 'questa persona non ha un ruolo nell’ente' })
  }
  const known = new Set((before?.evidence ?? []).map(({ file }) => file?.sha256))
  for (const { file, label } of evidence) {
    if (!file || known.has(file.sha256) || (await readAttachment(writer, owner.administration, file.sha256))) continue
    problems.push({ place: 'evidence', message: `il file di «${label}» non è fra gli allegati dell’ente` })
  }
  return problems
}

/** Saving an entry that waits to be gone through, even without changing it, says that it has been. */
export async function settleReview(
  writer: Writer,
  plan: PlanRow,
  code: ActionLineCode,
  saved: SavedAs,
  viewer: Viewer,
): Promise<SavedAs> {
  if (saved !== 'unchanged' || editable(plan.state) !== 'everything') return saved
  if (!(await findEntry(writer, plan, code))?.toReview) return saved
  await markAllReviewed(writer, plan, [code])
  await updatePlan(writer, plan, {})
  await record(writer, viewer.actor, writingEvents.carriedConfirmed, { triennium: plan.triennium, codes: [code] })
  return 'reviewed'
}
