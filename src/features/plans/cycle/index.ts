// SPDX-License-Identifier: AGPL-3.0-or-later

export { beginPlan, type CarryOver, type CycleDependencies } from './begin-plan.ts'
export { cyclePages } from './cycle-pages.tsx'
export { cycleEvents } from './events.ts'
export { newPlanLink } from './menu.ts'
export { openCycleReader } from './open-cycle-reader.ts'
export { planCommands } from './plan-commands.ts'
