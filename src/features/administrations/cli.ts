// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand, buildRouteMap } from '@stricli/core'
import { unreadableFile } from '../../kernel/errors.ts'
import { formatNumber } from '../../kernel/money.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import { importRegistry } from './registration/import-registry.ts'
import type { Registry } from './registration/registry/open-registry.ts'

/** What the registry's commands need. Relative paths start from `workingDirectory`. */
export type RegistryCommandsDependencies = {
  readonly terminal: Terminal
  readonly registry: Registry
  readonly workingDirectory: string
}

/** `timone registry …` */
export const registryCommands = (dependencies: RegistryCommandsDependencies) =>
  buildRouteMap({
    routes: { import: importCommand(dependencies), find: findCommand(dependencies) },
    docs: { brief: 'Registro dei comuni italiani' },
  })

const importCommand = ({ terminal, registry, workingDirectory }: RegistryCommandsDependencies) =>
  buildCommand({
    docs: {
      brief: 'Completa il registro con un elenco pubblicato',
      fullDescription:
        'Riconosce dalle intestazioni l’elenco di Timone (come registry/municipalities.csv), l’Elenco comuni italiani ' +
        'dell’ISTAT e il file Enti di IPA. I file si completano a vicenda; la chiave è il codice catastale.',
    },
    parameters: {
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'Il file CSV da importare', placeholder: 'FILE.csv', parse: String }],
      },
    },
    func(_flags: Record<never, never>, file: string) {
      const path = resolve(workingDirectory, file)
      const { title, rows, records, known, added } = importRegistry(registry, readList(path), basename(path))
      terminal.out(`Riconosciuto: ${title}.`)
      terminal.out(
        `Righe lette: ${formatNumber(rows)}; comuni importati: ${formatNumber(records)}; ` +
          `comuni nel registro: ${formatNumber(known)}, di cui nuovi ${formatNumber(added)}.`,
      )
    },
  })

const findCommand = ({ terminal, registry }: RegistryCommandsDependencies) =>
  buildCommand({
    docs: { brief: 'Cerca un comune per nome, codice catastale, ISTAT o IPA' },
    parameters: {
      positional: {
        kind: 'array',
        parameter: { brief: 'Nome o codice', placeholder: 'NOME', parse: String },
        minimum: 1,
      },
    },
    func(_flags: Record<never, never>, ...words: string[]) {
      const { name, otherName, cadastralCode, istatCode, ipaCode, provinceName, province, region, population } =
        registry.find(words.join(' '))
      terminal.out(
        textTable(
          ['Voce', 'Valore'],
          [
            ['Comune', otherName ? `${name} / ${otherName}` : name],
            ['Provincia', `${provinceName} (${province})`],
            ['Regione', region],
            ['Codice catastale', cadastralCode],
            ['Codice ISTAT', istatCode],
            ['Codice IPA', ipaCode ?? 'non noto'],
            ['Abitanti', population === undefined ? 'non noti' : formatNumber(population)],
          ],
        ),
      )
    },
  })

/** No published list comes near this size. */
const largestList = 100 * 2 ** 20

function readList(path: string): Uint8Array {
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile()) throw unreadableFile(path, 'non è un file', 'indicare un file CSV')
  if (size > largestList) throw unreadableFile(path, 'supera i 100 MB', 'importare l’elenco così come è pubblicato')
  return readFileSync(path)
}
