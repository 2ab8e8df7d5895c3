// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { unreadableFile } from '../../kernel/errors.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import type { ImportedPlan } from './model.ts'
import { describeImportedPlan } from './reading/describe-imported-plan.ts'
import { readInSandbox, type SandboxSettings } from './sandbox/read-in-sandbox.ts'

/** What `timone import` needs. Relative paths start from `workingDirectory`. */
export type ImportCommandDependencies = {
  readonly sandbox: SandboxSettings
  readonly terminal: Terminal
  readonly workingDirectory: string
}

type Flags = { readonly edition?: string; readonly json: boolean; readonly report: boolean }

/** `timone import FILE` */
export const importCommand = ({ terminal, workingDirectory, sandbox }: ImportCommandDependencies) =>
  buildCommand<Flags, [string]>({
    docs: {
      brief: 'Ricava un piano da un documento: testo, PDF, Word, OpenDocument, Excel, CSV',
      fullDescription:
        'Dice che cosa ha riconosciuto nel file; non salva nulla. Con --json scrive i dati ricavati, con --report tutti i ' +
        'dubbi e il punto del documento da cui vengono. Per confermare e salvare si usa la pagina «Importa» dell’ente.',
    },
    parameters: {
      flags: {
        edition: {
          kind: 'parsed',
          parse: String,
          optional: true,
          brief: 'Edizione nazionale; se manca si riconosce',
          placeholder: 'EDIZIONE',
        },
        json: { kind: 'boolean', default: false, withNegated: false, brief: 'Scrive i dati in JSON' },
        report: {
          kind: 'boolean',
          default: false,
          withNegated: false,
          brief: 'Scrive tutti i dubbi, con il loro posto',
        },
      },
      positional: { kind: 'tuple', parameters: [{ brief: 'Il documento', placeholder: 'FILE', parse: String }] },
    },
    async func({ edition, json, report }, file) {
      const path = resolve(workingDirectory, file)
      const options = edition === undefined ? {} : { edition }
      const plan = await readInSandbox(readFile(path), basename(path), sandbox, options, (words) =>
        terminal.progress(`${words}…`),
      )
      if (json) return terminal.out(JSON.stringify(withoutExact(plan), null, 2))
      for (const line of describeImportedPlan(plan, report)) terminal.out(line)
    },
  })

/** The document of the import contract, without what only the review needs. */
const withoutExact = ({ exact: _, ...contract }: ImportedPlan) => contract

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw unreadableFile(path, 'non esiste o non si può aprire', 'controllare il percorso')
  }
}
