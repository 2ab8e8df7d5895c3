// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildApplication, type CommandContext, type RouteMap, run } from '@stricli/core'
import { italianText } from './italian-text.ts'
import { exitCodeOf, exitCodes, type TerminalStreams } from './terminal.ts'

/** The command line's name and version. */
export type ProgramName = { readonly name: string; readonly version: string }

/**
 * Runs the command that the arguments name; errors are said in Italian on standard error.
 * @returns the exit code: 0 done, 2 when the person's input is at fault, 1 when Timone or the machine is.
 */
export async function runCommands(
  { name, version }: ProgramName,
  routes: RouteMap<CommandContext>,
  args: readonly string[],
  streams: TerminalStreams,
): Promise<number> {
  const application = buildApplication(routes, {
    name,
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    documentation: { caseStyle: 'convert-camel-to-kebab', useAliasInUsageLine: true },
    localization: { defaultLocale: 'it', loadText: () => italianText },
    determineExitCode: exitCodeOf,
  })
  const process: TerminalStreams & { exitCode?: number | string | null } = { ...streams }
  await run(application, args, { process })
  const exitCode = Number(process.exitCode ?? exitCodes.done)
  // The library's own codes are negative: an unknown command, an argument that is missing or wrong.
  return exitCode < 0 ? exitCodes.badInput : exitCode
}
