// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildRouteMap } from '@stricli/core'
import { type StepCommandsDependencies, stepCommands } from '../approval/index.ts'
import type { CycleDependencies } from './begin-plan.ts'
import { newPlanCommand } from './cli.ts'

type Opened = Awaited<ReturnType<StepCommandsDependencies['open']>>

/** What `timone plan` works with; what is opened for a command is let go with `close`. */
export type PlanCommandsDependencies = Omit<StepCommandsDependencies, 'open'> & {
  /** Opens the store and what prints documents. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<Opened & { readonly useCases: CycleDependencies }>
}

/** `timone plan …` */
export const planCommands = (dependencies: PlanCommandsDependencies) =>
  buildRouteMap({
    routes: { ...stepCommands(dependencies), new: newPlanCommand(dependencies) },
    docs: { brief: 'Il percorso di un piano: bozza, revisione, approvazione, pubblicazione' },
  })
