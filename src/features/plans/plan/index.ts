// SPDX-License-Identifier: AGPL-3.0-or-later

export { isUnowned, isWritten } from './assess-completeness.ts'
export { approvedVersion, type Changeable, changeableNow, heldByReview } from './changeable-now.ts'
export type { PlanChart, PlanCharts, Years } from './charts.ts'
export { checkPlan } from './check-plan.ts'
export { choicesKind, toldChoices } from './choices-kind.ts'
export {
  comparedChoices,
  comparedCover,
  comparedEntries,
  comparedInitiatives,
  comparedTexts,
} from './compared-kinds.ts'
export { allChecks, type CompletenessCheck, type Missing } from './completeness.ts'
export { contradictionsOf } from './contradictions.ts'
export { groupDeadlines } from './deadline-groups.ts'
export { type Allocation, AllocationSchema, allocationsCell, cellAllocations } from './entries/allocations.ts'
export { type EntryContent, EntryContentSchema, entryContentFields, entryFields } from './entries/entry-fields.ts'
export { entryContent, entryKind } from './entries/entry-kind.ts'
export { type Evidence, EvidenceSchema } from './entries/evidence.tsx'
export { cellEvidence, evidenceCell } from './entries/evidence-cell.ts'
export { deleteEntries, findEntry, insertEntries, type KeptEntry, markAllReviewed, readEntries } from './entry-store.ts'
export { type PlanEvent, type PlanEvents, planEvents } from './events.ts'
export {
  insertInitiatives,
  listInitiativeNumbers,
  type NumberedInitiative,
  readInitiatives,
  writeInitiative,
} from './initiative-store.ts'
export { type Initiative, InitiativeSchema, initiativeFields } from './initiatives/initiative-fields.ts'
export { initiativeKind } from './initiatives/initiative-kind.ts'
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
export type { LineReview, LineWriting } from './line-tools.ts'
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
export { narrativeTexts, readNarrative, writeText } from './narrative-store.ts'
export { planPages } from './pages.tsx'
export {
  noPlan,
  type OpenPlan,
  type ReadPlan,
  readBodyAt,
  readPlanAt,
  writeAsideAt,
  writeBodyAt,
  writePlanAt,
} from './plan-handle.ts'
export { planRecords } from './plan-records.ts'
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
} from './progress.ts'
export { openAdministrationReader } from './read-administrations.ts'
export { openPlanReader, tailorFor } from './read-tailored-plan.ts'
export type { AdministrationPlan, PlanReader } from './readers.ts'
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
} from './sheet/columns.ts'
export { type Status, type StatusOrUnsaid, statuses, statusLabel, statusOrUnsaidLabel } from './status.ts'
export {
  findPlan,
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
export { tailorPlan } from './tailor-plan.ts'
export { type TextContent, textKind, textLabels } from './texts/text-kind.ts'
export { titleKind } from './title-kind.ts'
export { LineTable } from './views/line-table.tsx'
export { NationalSide } from './views/national-side.tsx'
export { PlanFrame } from './views/plan-frame.tsx'
export { stateLook } from './views/state-look.ts'
export { StatusTag, VerdictTag } from './views/tags.tsx'
export { excerpt, formatDateOrWords } from './words.ts'
