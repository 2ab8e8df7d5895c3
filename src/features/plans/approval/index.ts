// SPDX-License-Identifier: AGPL-3.0-or-later

export { type StepCommandsDependencies, stepCommands } from './cli.ts'
export { approvalEvents } from './events.ts'
export { lineReview } from './line-review.tsx'
export { approvalTab } from './menu.ts'
export { approvalPages } from './pages.tsx'
export { openApprovalReader } from './read-approval.ts'
export { movePlan } from './steps/move-plan.ts'
export type { StepDependencies } from './steps/take-step.ts'
