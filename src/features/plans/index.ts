// SPDX-License-Identifier: AGPL-3.0-or-later

export { approvalEvents } from './approval/events.ts'
export { lineReview } from './approval/line-review.tsx'
export { movePlan } from './approval/move-plan.ts'
export { approvalPages } from './approval/pages.tsx'
export { openApprovalReader } from './approval/read-approval.ts'
export { completenessPages } from './contents/completeness-pages.tsx'
export { contentsPages } from './contents/contents-pages.tsx'
export { factsPart } from './contents/facts-part.ts'
export { initiativePart } from './contents/initiative-part.ts'
export { narrativePart, textLabels } from './contents/narrative-part.ts'
export { officesPart } from './contents/offices-part.ts'
export { openCompletenessReader } from './contents/open-completeness-reader.ts'
export { type ContentsOfFeature, openContentsReader } from './contents/open-contents-reader.ts'
export { partAddress } from './contents/part-address.ts'
export {
  controlOf,
  type FormFieldsProps,
  type PartForm,
  readFields,
  rowLabels,
  typedText,
} from './contents/part-form.ts'
export { type PartPageDependencies, partRoutes } from './contents/part-routes.tsx'
export { rolesPart } from './contents/roles-part.ts'
export { titlePart } from './contents/title-part.ts'
export { RowGroup, Rows } from './contents/views/rows.tsx'
export type { CarryOver } from './cycle/begin-plan.ts'
export { cyclePages } from './cycle/cycle-pages.tsx'
export { cycleEvents } from './cycle/events.ts'
export { openCycleReader } from './cycle/open-cycle-reader.ts'
export { planCommands } from './cycle/plan-commands.ts'
export { editorialParts } from './parts/editorial-parts.ts'
export { entryPart } from './parts/entry-part.ts'
export { type PartKind, partName } from './parts/part-kind.ts'
export { appendRevisions, type PartChange, readRevisionNumbers } from './parts/part-store.ts'
export { savePart, writePlan } from './parts/save-part.ts'
export { diffWords, type Run } from './parts/word-diff.ts'
export { isUnowned } from './plan/assess-completeness.ts'
export type { PlanChart, PlanCharts, Years } from './plan/charts.ts'
export { checkPlan } from './plan/check-plan.ts'
export { allChecks, type CompletenessCheck, type Missing } from './plan/completeness.ts'
export { groupDeadlines } from './plan/deadline-groups.ts'
export { type KeptEntry, readEntries } from './plan/entry-store.ts'
export { planEvents } from './plan/events.ts'
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
  AmountSchema,
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
  allocationsCell,
  cellAllocations,
  cellEvidence,
  cellItems,
  evidenceCell,
  guardCell,
  itemsCell,
  unguardCell,
} from './plan/sheet/cells.ts'
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
export { writingEvents } from './writing/events.ts'
export { lineWriting } from './writing/line-writing.tsx'
export type { Keeper } from './writing/model.ts'
export { openEntryReader } from './writing/open-entry-reader.ts'
export { PlanParams } from './writing/page-requests.ts'
export { writingPages } from './writing/pages.tsx'
export { readRows, typeAmount } from './writing/typed-rows.ts'
export type { Reading, TypedFields } from './writing/typed-values.ts'
