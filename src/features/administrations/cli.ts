// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand, buildRouteMap } from '@stricli/core'
import { unreadableFile } from '../../kernel/errors.ts'
import { formatNumber } from '../../kernel/money.ts'
import { plural } from '../../kernel/text.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import { kindLabel } from './model.ts'
import { importRegistry } from './registration/import-registry.ts'
import type { IndexedBodies } from './registration/registry/indexed-bodies.ts'
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
        'dell’ISTAT e il file Enti di IPA. I file si completano a vicenda; la chiave è il codice catastale. Di IPA si ' +
        'prendono anche gli enti di altro tipo, secondo la loro categoria.',
    },
    parameters: {
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'Il file CSV da importare', placeholder: 'FILE.csv', parse: String }],
      },
    },
    func(_flags: Record<never, never>, file: string) {
      const path = resolve(workingDirectory, file)
      const { title, rows, records, known, added, others } = importRegistry(registry, readList(path), basename(path))
      terminal.out(`Riconosciuto: ${title}.`)
      terminal.out(
        `Righe lette: ${formatNumber(rows)}; comuni importati: ${formatNumber(records)}; ` +
          `comuni nel registro: ${formatNumber(known)}, di cui nuovi ${formatNumber(added)}.`,
      )
      if (others) terminal.out(otherBodies(others))
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

/** What was read of bodies of other kinds, and what could not be. */
function otherBodies({ bodies, unmapped, unreadable }: IndexedBodies): string {
  const byKind = [...Map.groupBy(bodies, ({ kind }) => kind)].map(
    ([kind, found]) => `  ${kindLabel[kind]}: ${formatNumber(found.length)}`,
  )
  const left = [...unmapped].map(
    ([category, count]) => `  categoria ${category || 'non indicata'}: ${plural(count, 'ente', 'enti')}`,
  )
  const rows = `${unreadable.slice(0, 20).join(', ')}${unreadable.length > 20 ? '…' : ''}`
  return [
    `Enti di altro tipo, da registrare nella pagina «Registra un ente»: ${formatNumber(bodies.length)}`,
    ...byKind,
    ...(left.length > 0 ? ['Non presi, perché la categoria non dice il tipo di ente:', ...left] : []),
    ...(unreadable.length > 0 ? [`Non presi, perché il nome o il codice IPA non va: righe ${rows}`] : []),
  ].join('\n')
}

/** No published list comes near this size. */
const largestList = 100 * 2 ** 20

function readList(path: string): Uint8Array {
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile()) throw unreadableFile(path, 'non è un file', 'indicare un file CSV')
  if (size > largestList) throw unreadableFile(path, 'supera i 100 MB', 'importare l’elenco così come è pubblicato')
  return readFileSync(path)
}
