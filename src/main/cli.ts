#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the command line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildRouteMap } from '@stricli/core'
import { registryCommands, removeCommand } from '../features/administrations/index.ts'
import { journalCommands } from '../features/audit/index.ts'
import { catalogueCommands } from '../features/catalogue/index.ts'
import { checkCommand, draftCommand } from '../features/documents/index.ts'
import { importCommand } from '../features/imports/index.ts'
import { correctCommand, openApprovalReader, planCommands } from '../features/plans/index.ts'
import { applicabilityCommand, demoCommand, profileCommands } from '../features/profiles/index.ts'
import { systemClock as clock } from '../kernel/clock.ts'
import { readConfig } from '../platform/config/config.ts'
import { runCommands } from '../platform/terminal/run-commands.ts'
import { describeError, exitCodeOf, openTerminal } from '../platform/terminal/terminal.ts'
import { openDocumentTools, openReferenceData, openSandbox, openStore, root } from './compose.ts'
import { planUseCases } from './plan-routes.ts'
import { recordKinds } from './record-kinds.ts'

const terminal = openTerminal(process)

// The reader of the output may stop before its end: `timone … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

async function runCommandLine(): Promise<number> {
  const config = readConfig(process.env, process.cwd())
  const reference = openReferenceData(config)
  const dependencies = { ...reference, terminal, clock, workingDirectory: config.workingDirectory }
  const openTenantsOfStore = async () => {
    const { database, tenants } = await openStore(config, reference)
    return { tenants, close: () => database.close() }
  }
  const openApproval = async () => {
    const { database, tenants } = await openStore(config, reference)
    const { tools, close } = openDocumentTools()
    const useCases = planUseCases({ ...reference, tenants, tools, clock })
    const closeAll = async () => {
      await close()
      await database.close()
    }
    return { approval: openApprovalReader({ ...useCases, kinds: recordKinds }), useCases, close: closeAll }
  }
  const routes = buildRouteMap({
    docs: { brief: 'Timone: il Piano triennale per l’informatica del tuo ente' },
    routes: {
      import: importCommand({ ...dependencies, sandbox: openSandbox(config) }),
      draft: draftCommand({ ...dependencies, openTools: openDocumentTools }),
      check: checkCommand(dependencies),
      applicability: applicabilityCommand(dependencies),
      profile: profileCommands(dependencies),
      catalogue: catalogueCommands({ ...dependencies, open: openTenantsOfStore }),
      registry: registryCommands(dependencies),
      administration: buildRouteMap({
        docs: { brief: 'Gli enti registrati' },
        routes: {
          correct: correctCommand({ ...dependencies, open: openTenantsOfStore }),
          remove: removeCommand({ terminal, open: openTenantsOfStore }),
        },
      }),
      plan: planCommands({ ...dependencies, open: openApproval }),
      journal: journalCommands({ ...dependencies, open: openTenantsOfStore }),
      demo: demoCommand({ ...dependencies, folder: join(root, 'demo'), open: openApproval }),
    },
  })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return await runCommands({ name: 'timone', version }, routes, process.argv.slice(2), process)
}

try {
  process.exitCode = await runCommandLine()
} catch (error) {
  terminal.err(describeError(error))
  process.exitCode = exitCodeOf(error)
}
