// SPDX-License-Identifier: AGPL-3.0-or-later

export { type StepCommandsDependencies, stepCommands } from './cli.ts'
export { approvalEvents } from './events.ts'
export { lineReview } from './line-review.tsx'
export { movePlan } from './move-plan.ts'
export { approvalPages } from './pages.tsx'
export { openApprovalReader } from './read-approval.ts'
