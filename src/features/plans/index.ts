// SPDX-License-Identifier: AGPL-3.0-or-later

export * from './charts.ts'
export * from './model.ts'
export { planPages } from './pages.tsx'
export * from './progress.ts'
export { openAdministrationReader } from './read-administrations.ts'
export { openPlanReader, tailorFor } from './read-tailored-plan.ts'
export * from './readers.ts'
export { type PlanRow, readPlan, readPlanRows, replacePlan } from './store.ts'
export * from './tailor-plan.ts'
export { PlanFrame } from './views/plan-frame.tsx'
export { formatDateOrWords } from './words.ts'
