// SPDX-License-Identifier: AGPL-3.0-or-later

export type { ReviewComment } from './approval/comment-store.ts'
export type { Freezer, FrozenDocument, PlanContent, VersionMark } from './approval/freezer.ts'
export * from './approval/model.ts'
export { movePlan } from './approval/move-plan.ts'
export { type ApprovalReader, openApprovalReader } from './approval/read-approval.ts'
export type { StepDependencies } from './approval/take-step.ts'
export * from './assess-completeness.ts'
export * from './charts.ts'
export { checkPlan } from './check-plan.ts'
export * from './completeness.ts'
export * from './contents/choices-part.ts'
export * from './contents/fact-labels.ts'
export * from './contents/facts-part.ts'
export * from './contents/initiative-part.ts'
export * from './contents/narrative-part.ts'
export * from './contents/offices-part.ts'
export * from './contents/part-address.ts'
export * from './contents/roles-part.ts'
export * from './contents/title-part.ts'
export { type KeptEntry, readEntries } from './entry-store.ts'
export * from './lifecycle.ts'
export * from './model.ts'
export { planPages } from './pages.tsx'
export * from './parts/editorial-parts.ts'
export { type EntryContent, entryPart } from './parts/entry-part.ts'
export * from './parts/part-kind.ts'
export { appendRevisions, type PartChange, readRevisionNumbers } from './parts/part-store.ts'
export * from './parts/rules.ts'
export * from './parts/save-part.ts'
export * from './progress.ts'
export { openAdministrationReader } from './read-administrations.ts'
export { openPlanReader, tailorFor } from './read-tailored-plan.ts'
export * from './readers.ts'
export * from './sheet/cells.ts'
export * from './sheet/columns.ts'
export {
  insertPlan,
  lockPlan,
  type PlanRow,
  readPlan,
  readPlanRows,
  replacePlan,
  touchPlans,
  updatePlan,
} from './store.ts'
export * from './tailor-plan.ts'
export { PlanFrame } from './views/plan-frame.tsx'
export { StatusTag } from './views/tags.tsx'
export { formatDateOrWords } from './words.ts'
