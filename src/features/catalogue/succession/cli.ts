// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { program } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { tooLarge, unreadableFile } from '../../../kernel/errors.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import type { Catalogue } from '../editions/catalogue.ts'
import type { ActionLine } from '../model.ts'
import { completeEdition, type OpenJournal } from './complete-edition.ts'
import { completionFile, readCompletionFile } from './completion-file.ts'
import { isOpen } from './open-lines.ts'

/** What `timone catalogue complete` works with; what is opened for a command is let go with `close`. */
export type CompleteCommandDependencies = {
  readonly terminal: Terminal
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly workingDirectory: string
  readonly open: OpenJournal
}

type Flags = { readonly all?: boolean; readonly json?: boolean }

/** `timone catalogue complete` */
export const completeCommand = (dependencies: CompleteCommandDependencies) =>
  buildCommand<Flags, [string, string?]>({
    docs: {
      brief: 'Scrive regola, titolo, sintesi e data di legge delle linee di un’edizione',
      fullDescription:
        'Senza file dice che cosa manca o è da confermare; con --json lo scrive come file da riempire. Con il file riempito ' +
        'lo prende: di una linea vale ciò che non è null, e «confirmed: true» conferma ciò che è ripreso dall’edizione ' +
        'precedente, «reset: true» toglie ciò che era stato scritto a mano. Ciò che si scrive resta anche dopo una nuova importazione, ed è nel registro degli accessi.',
    },
    parameters: {
      flags: {
        all: { kind: 'boolean', brief: 'Tutte le linee, anche complete', optional: true, withNegated: false },
        json: { kind: 'boolean', brief: 'Scrive il file da riempire', optional: true, withNegated: false },
      },
      positional: {
        kind: 'tuple',
        parameters: [
          { brief: 'L’edizione', placeholder: 'EDIZIONE', parse: String },
          { brief: 'Il file riempito', placeholder: 'FILE.json', parse: String, optional: true },
        ],
      },
    },
    async func(flags, id, file) {
      const { catalogue, terminal } = dependencies
      if (file !== undefined) return await takeFile(dependencies, id, file)
      const edition = catalogue.edition(id)
      const lines = flags.all ? edition.lines : edition.lines.filter(isOpen)
      if (flags.json) return terminal.out(JSON.stringify(completionFile(edition, lines), null, 2))
      for (const line of describeOpen(id, edition.lines)) terminal.out(line)
    },
  })

async function takeFile(dependencies: CompleteCommandDependencies, id: string, file: string): Promise<void> {
  const { terminal, catalogue, clock, workingDirectory, open } = dependencies
  const lines = readCompletionFile(basename(file), readText(resolve(workingDirectory, file)), catalogue.edition(id).id)
  const { tenants, close } = await open()
  try {
    const changed = await completeEdition({ tenants, catalogue, clock }, id, lines, program('cli'))
    terminal.out(
      changed.length === 0
        ? 'Il file non dice niente di nuovo: niente è cambiato.'
        : `Linee cambiate: ${changed.join(', ')}.`,
    )
    for (const line of describeOpen(id, catalogue.edition(id).lines)) terminal.out(line)
  } finally {
    await close()
  }
}

/** What is still open of an edition's lines, and how to go on. */
function describeOpen(id: string, lines: readonly ActionLine[]): readonly string[] {
  const groups = [
    ['Da confermare', lines.filter(({ toConfirm }) => toConfirm)],
    ['Senza regola', lines.filter(({ addressees }) => !addressees)],
    ['Senza titolo', lines.filter(({ title }) => title === undefined)],
    ['Senza sintesi', lines.filter(({ summary }) => summary === undefined)],
  ] as const
  const open = groups.filter(([, found]) => found.length > 0)
  if (open.length === 0) return [`Edizione ${id}: ogni linea ha regola, titolo e sintesi, e niente è da confermare.`]
  return [
    ...open.map(([words, found]) => `${words} (${found.length}): ${found.map(({ code }) => code).join(', ')}`),
    `Per scriverle: timone catalogue complete ${id} --json > linee.json, riempire, e poi timone catalogue complete ${id} linee.json`,
  ]
}

/** The largest edition known, every line filled in, takes a tenth of it. */
const largest = 5 * 2 ** 20

function readText(path: string): string {
  const found = existsSync(path) ? statSync(path) : undefined
  if (!found?.isFile()) throw unreadableFile(path, 'non esiste, o non è un file', 'controllare il percorso')
  if (found.size > largest) throw tooLarge(`Il file ${basename(path)}`, '5 MB')
  return readFileSync(path, 'utf8')
}
