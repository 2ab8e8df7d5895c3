// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildRouteMap } from '@stricli/core'
import { runCommands } from '../../src/platform/terminal/run-commands.ts'
import { openTerminal, type Terminal } from '../../src/platform/terminal/terminal.ts'
import type { Outcome } from '../command-line.ts'

type Commands = Parameters<typeof buildRouteMap>[0]['routes']

/**
 * Runs commands as `timone` does, in this process, before a person’s terminal.
 * @param make the commands, given where they write
 * @param redirected what they print goes to a file
 */
export async function runTimone(
  args: readonly string[],
  make: (terminal: Terminal) => Commands,
  redirected = false,
): Promise<Outcome> {
  const said = { out: '', err: '' }
  const streams = {
    stdout: { write: (text: string) => (said.out += text), isTTY: !redirected },
    stderr: { write: (text: string) => (said.err += text) },
  }
  const routes = buildRouteMap({ docs: { brief: 'prova' }, routes: make(openTerminal(streams)) })
  const code = await runCommands({ name: 'timone', version: '0' }, routes, args, streams)
  return { ...said, code }
}
