// SPDX-License-Identifier: AGPL-3.0-or-later

export { planActions } from './actions.ts'
export { approvedVersion, type Changeable, changeableNow, heldByReview } from './changeable-now.ts'
export type { WholePlan } from './compared-kinds.ts'
export { isUnowned, isWritten } from './completeness/assess-completeness.ts'
export { checkPlan } from './completeness/check-plan.ts'
export { allChecks, type CompletenessCheck, type Missing } from './completeness/completeness.ts'
export { contradictionsOf } from './completeness/contradictions.ts'
export { choiceField, choicesKind } from './cover/choices-kind.ts'
export { titleKind } from './cover/title-kind.ts'
export {
  declaredChoices,
  declaredEntries,
  declaredInitiatives,
  declaredTexts,
  declaredTitle,
  type ListSource,
  type RecordKinds,
} from './declared-kinds.ts'
export { type Allocation, AllocationSchema, allocationsCell, cellAllocations } from './entries/allocations.ts'
export { type EntryContent, EntryContentSchema, entryContentFields, entryFields } from './entries/entry-fields.ts'
export { entryContent, entryKind } from './entries/entry-kind.ts'
export {
  deleteEntries,
  findEntry,
  insertEntries,
  type KeptEntry,
  markAllReviewed,
  readEntries,
} from './entries/entry-store.ts'
export { type Evidence, EvidenceSchema } from './entries/evidence.tsx'
export { cellEvidence, evidenceCell } from './entries/evidence-cell.ts'
export { type PlanEvent, type PlanEvents, planEvents } from './events.ts'
export { type Initiative, InitiativeSchema, initiativeFields } from './initiatives/initiative-fields.ts'
export { initiativeKind } from './initiatives/initiative-kind.ts'
export { initiativeStore } from './initiatives/initiative-store.ts'
export {
  editable,
  type Need,
  type PlanState,
  planStateLabel,
  planStates,
  planWay,
  type Transition,
  type TransitionName,
  transitionNames,
  transitions,
  transitionsFrom,
} from './lifecycle.ts'
export { linesTab, type PlanSite, type PlanTab, timelineTab } from './menu.ts'
export {
  type Entry,
  EntrySchema,
  type Plan,
  type PlanAddress,
  PlanSchema,
  type TailoredChapter,
  type TailoredLine,
  type TailoredPlan,
  Triennium,
} from './model.ts'
export { planPages } from './pages.tsx'
export {
  noBody,
  noPlan,
  type OpenBody,
  type OpenPlan,
  type ReadPlan,
  readBodyAt,
  readPlanAt,
  writeAsideAt,
  writeBodyAsideAt,
  writeBodyAt,
  writePlanAt,
} from './plan-handle.ts'
export { planRecords } from './plan-records.ts'
export type { PlanChart, PlanCharts, Years } from './progress/charts.ts'
export { groupDeadlines } from './progress/deadline-groups.ts'
export { questionsToBody } from './progress/open-questions.ts'
export {
  type ChapterProgress,
  concerning,
  goesOn,
  isContested,
  isOpen,
  type Lateness,
  latenessLabel,
  latenessOf,
  mayConcern,
  measureChapters,
  measureProgress,
  ownVerdictWords,
  type Progress,
  shownStatus,
  standingOf,
} from './progress/progress.ts'
export {
  isCarriedOut,
  isSetAside,
  isTakenUp,
  type Status,
  type StatusOrUnsaid,
  statuses,
  statusLabel,
  statusOrUnsaidLabel,
} from './progress/status.ts'
export { openAdministrationReader } from './read-administrations.ts'
export type { AdministrationPlan, PlanReader } from './readers.ts'
export {
  deadlineColumns,
  entryCell,
  entryCellNames,
  entryCells,
  ownerColumns,
  type SheetColumnKey,
  sheetColumns,
  sheetVersion,
  timingCell,
  verdictCell,
} from './sheet/columns.ts'
export {
  insertPlan,
  lockPlan,
  lockPlans,
  type PlanOrigin,
  type PlanRow,
  readPlan,
  readPlanRows,
  replacePlan,
  touchPlans,
  updatePlan,
} from './store.ts'
export type { LineReview, LineWriting } from './tailoring/line-tools.ts'
export { openPlanReader, tailorFor } from './tailoring/read-tailored-plan.ts'
export { tailorPlan } from './tailoring/tailor-plan.ts'
export { narrativeTexts, readNarrative, writeText } from './texts/narrative-store.ts'
export { textKeyAt } from './texts/text-address.ts'
export { type TextContent, textKey, textKind, textLabels, textName } from './texts/text-kind.ts'
export { LineTable } from './views/line-table.tsx'
export { NationalSide } from './views/national-side.tsx'
export { PlanFrame } from './views/plan-frame.tsx'
export { stateLook } from './views/state-look.ts'
export { statusFigures } from './views/status-figures.ts'
export { StatusTag, VerdictTag } from './views/tags.tsx'
export { excerpt, formatDateOrWords } from './words.ts'
