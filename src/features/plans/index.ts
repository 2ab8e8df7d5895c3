// SPDX-License-Identifier: AGPL-3.0-or-later

export { approvalEvents } from './approval/events.ts'
export { lineReview } from './approval/line-review.tsx'
export { movePlan } from './approval/move-plan.ts'
export { approvalPages } from './approval/pages.tsx'
export { openApprovalReader } from './approval/read-approval.ts'
export type { CarryOver } from './cycle/begin-plan.ts'
export { cyclePages } from './cycle/cycle-pages.tsx'
export { cycleEvents } from './cycle/events.ts'
export { openCycleReader } from './cycle/open-cycle-reader.ts'
export { planCommands } from './cycle/plan-commands.ts'
export { isUnowned } from './plan/assess-completeness.ts'
export type { PlanChart, PlanCharts, Years } from './plan/charts.ts'
export { checkPlan } from './plan/check-plan.ts'
export { allChecks, type CompletenessCheck, type Missing } from './plan/completeness.ts'
export { groupDeadlines } from './plan/deadline-groups.ts'
export { allocationsCell, cellAllocations } from './plan/entries/allocations.ts'
export { type EntryContent, entryContentFields } from './plan/entries/entry-fields.ts'
export { entryKind } from './plan/entries/entry-kind.ts'
export { cellEvidence, evidenceCell } from './plan/entries/evidence-cell.ts'
export { type KeptEntry, readEntries } from './plan/entry-store.ts'
export { planEvents } from './plan/events.ts'
export { initiativeKind } from './plan/initiatives/initiative-kind.ts'
export {
  editable,
  type PlanState,
  planStateLabel,
  type TransitionName,
  transitions,
  transitionsFrom,
} from './plan/lifecycle.ts'
export {
  type Allocation,
  AllocationSchema,
  type Entry,
  EntrySchema,
  type Evidence,
  type Initiative,
  InitiativeSchema,
  type Plan,
  PlanSchema,
  type Status,
  type StatusOrUnsaid,
  statuses,
  statusLabel,
  statusOrUnsaidLabel,
  type TailoredChapter,
  type TailoredLine,
  type TailoredPlan,
  Triennium,
} from './plan/model.ts'
export { planPages } from './plan/pages.tsx'
export { writePlanAt } from './plan/plan-handle.ts'
export { planRecords } from './plan/plan-records.ts'
export {
  type ChapterProgress,
  concerning,
  goesOn,
  isOpen,
  type Lateness,
  latenessLabel,
  latenessOf,
  mayConcern,
  measureChapters,
  measureProgress,
  shownStatus,
  standingOf,
} from './plan/progress.ts'
export { openAdministrationReader } from './plan/read-administrations.ts'
export { openPlanReader, tailorFor } from './plan/read-tailored-plan.ts'
export type { AdministrationPlan, PlanReader } from './plan/readers.ts'
export {
  deadlineColumns,
  entryCell,
  entryCellNames,
  entryCells,
  type SheetColumn,
  type SheetColumnKey,
  sheetColumns,
  sheetVersion,
  timingCell,
  verdictCell,
} from './plan/sheet/columns.ts'
export { type PlanRow, readPlan, readPlanRows, replacePlan, touchPlans, updatePlan } from './plan/store.ts'
export { tailorPlan } from './plan/tailor-plan.ts'
export { textKind, textLabels } from './plan/texts/text-kind.ts'
export { titleKind } from './plan/title-kind.ts'
export { PlanFrame } from './plan/views/plan-frame.tsx'
export { StatusTag, VerdictTag } from './plan/views/tags.tsx'
export { formatDateOrWords } from './plan/words.ts'
export type { PlanChange } from './versions/compare-plans.ts'
export type { Freezer, FrozenDocument } from './versions/freezer.ts'
export { type ChangeGroup, changeWords, countChanges, groupChanges } from './versions/group-changes.ts'
export { versionPages } from './versions/pages.tsx'
export { type Comparison, openVersionReader, type VersionReader } from './versions/read-versions.ts'
export { fieldWords, partWords, valueWords } from './versions/value-words.ts'
export { ReferenceWord, readReference, referenceName } from './versions/version-reference.ts'
export { completenessPages } from './writing/contents/completeness-pages.tsx'
export { contentsForm } from './writing/contents/contents-form.ts'
export { contentsPages } from './writing/contents/contents-pages.tsx'
export { openCompletenessReader } from './writing/contents/open-completeness-reader.ts'
export { type ContentsOfFeature, openContentsReader } from './writing/contents/open-contents-reader.ts'
export { recordAddress } from './writing/contents/record-address.ts'
export type { WritingPageDependencies } from './writing/editor/dependencies.ts'
export { editorRoutes } from './writing/editor/editor-routes.tsx'
export { PlanParams } from './writing/editor/requests.ts'
export { openEntryReader } from './writing/entries/read-entries.ts'
export { writingEvents } from './writing/events.ts'
export { lineWriting } from './writing/line-writing.tsx'
export type { Keeper } from './writing/model.ts'
export { writingPages } from './writing/pages.tsx'
