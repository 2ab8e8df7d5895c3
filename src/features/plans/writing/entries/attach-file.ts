// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { Viewer } from '../../../../kernel/access.ts'
import { invalidInput } from '../../../../kernel/errors.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { attachmentEvents, inspectFile, keepAttachment } from '../../../attachments/index.ts'
import { record } from '../../../audit/index.ts'
import { findDraft, loadCurrent, rowNumbers, subjectOf, typeContent, writeDraft } from '../../../records/index.ts'
import { type Evidence, EvidenceSchema, entryKind, type PlanRow, planActions, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from '../editor/change-record.ts'
import type { WritingDependencies } from '../editor/dependencies.ts'
import { noRecord } from '../editor/load-sheet.ts'
import type { EntryPlace } from '../model.ts'

/** A file that proves what was done. */
export type EvidenceFile = {
  readonly label: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** Proofs that an entry may have. */
const mostEvidence = 50

/**
 * Keeps a file among those of the body and adds it to the evidence of an entry, as it is by now; the person’s draft, if
 * any, has it too. The journal tells of a file that the body did not have.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now`, or `invalid-input` for a file that is not what its name says
 *   or none of those that are taken.
 */
export async function attachFile(
  { tenants, catalogue, clock }: WritingDependencies,
  place: EntryPlace,
  { label, file }: EvidenceFile,
  viewer: Viewer,
): Promise<void> {
  const findings = inspectFile(file)
  if ('problem' in findings) throw invalidInput('Il file non è stato allegato.', [findings.problem])
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const evidence = EvidenceSchema.parse({ label, file: { name: file.name, sha256 } })
  await writePlanAt(tenants, place, async ({ db, plan }) => {
    if (!catalogue.edition(plan.edition).lines.some(({ code }) => code === place.code)) throw noRecord()
    const { content: current, revision } = await loadCurrent(db, entryKind, plan, place.code)
    demand(viewer, planActions.writeEntries, {
      slug: place.slug,
      offices: (current && entryKind.offices?.(current)) ?? [],
    })
    const held = current?.evidence ?? []
    if (held.length >= mostEvidence) {
      throw invalidInput('Il file non è stato allegato.', [
        { place: 'file', message: `le prove sono già ${mostEvidence}`, remedy: 'toglierne una' },
      ])
    }
    const known = held.find((one) => one.file?.sha256 === sha256 && one.label === evidence.label)
    if (known) return
    const edit = { base: revision, content: { ...current, evidence: [...held, evidence] } }
    await changeRecord(db, entryKind, { slug: place.slug, owner: plan, key: place.code }, edit, viewer)
    const kept = { name: file.name, mediaType: findings.mediaType, sha256, bytes: file.bytes, at: clock.now() }
    if ((await keepAttachment(db, { ...kept, actor: viewer.actor })) === 'kept') {
      const { name, bytes } = file
      await record(db, viewer.actor, attachmentEvents.fileAttached, { filename: name, sha256, size: bytes.length })
    }
    await addToDraft(db, plan, place, { evidence, before: revision }, viewer)
  })
}

/** A draft that began from what the entry was goes on from what it is now. */
async function addToDraft(
  writer: Writer,
  plan: PlanRow,
  { code }: EntryPlace,
  { evidence, before }: { readonly evidence: Evidence; readonly before: number },
  { person }: Viewer,
): Promise<void> {
  const key = person && { person: person.id, subject: subjectOf(entryKind, plan, code) }
  const draft = key && (await findDraft(writer, plan, key))
  if (!draft || draft.base !== before) return
  const next = (rowNumbers(draft.fields, 'evidence').at(-1) ?? -1) + 1
  const typed = typeContent(entryKind.fields, { evidence: [evidence] }, {})
  const row = Object.entries(typed).map(([name, value]) => [name.replace('-0-', `-${next}-`), value])
  await writeDraft(writer, key, { ...draft, base: before + 1, fields: { ...draft.fields, ...Object.fromEntries(row) } })
}
