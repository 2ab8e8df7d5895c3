// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from 'node:path'
import { buildCommand, buildRouteMap } from '@stricli/core'
import { formatDate } from '../../kernel/dates.ts'
import { invalidInput } from '../../kernel/errors.ts'
import { nearest } from '../../kernel/nearest.ts'
import { textTable } from '../../platform/terminal/table.ts'
import { dutiesCommand } from './duties/duties-command.ts'
import { diffEditions } from './editions/diff-editions.ts'
import { importEdition } from './editions/import-edition.ts'
import type { Edition } from './model.ts'
import { type CompleteCommandDependencies, completeCommand } from './succession/cli.ts'
import { describeDiff, describeImport, describeLineage } from './words.ts'

/** What the catalogue's commands need. Relative paths start from `workingDirectory`. */
export type CatalogueCommandsDependencies = CompleteCommandDependencies

/** `timone catalogue …` */
export const catalogueCommands = (dependencies: CatalogueCommandsDependencies) =>
  buildRouteMap({
    routes: {
      list: listCommand(dependencies),
      import: importCommand(dependencies),
      complete: completeCommand(dependencies),
      diff: diffCommand(dependencies),
      lineage: lineageCommand(dependencies),
      duties: dutiesCommand(dependencies),
    },
    docs: { brief: 'Edizioni del Piano triennale nazionale' },
  })

const json = { kind: 'boolean', brief: 'Scrive JSON', optional: true, withNegated: false } as const

const listCommand = ({ terminal, catalogue }: CatalogueCommandsDependencies) =>
  buildCommand({
    docs: { brief: 'Elenca le edizioni e dice se i testi ufficiali sono caricati' },
    parameters: { flags: { json } },
    func(flags: { json?: boolean }) {
      const editions = catalogue.ids().map((id) => catalogue.edition(id))
      if (flags.json) return terminal.out(JSON.stringify(editions.map(summaryOf), null, 2))
      terminal.out(
        textTable(
          ['Edizione', 'Linee per le PA', 'Linee istituzionali', 'Completa', 'Testi ufficiali'],
          editions.map(({ id, lines, institutionalLines, complete, provenance }) => [
            id,
            String(lines.length),
            String(institutionalLines.length),
            complete ? 'sì' : 'in parte',
            provenance ? `da ${provenance.source}, importati il ${formatDate(provenance.importedOn)}` : 'non caricati',
          ]),
        ),
      )
    },
  })

const importCommand = ({ terminal, catalogue, clock, workingDirectory }: CatalogueCommandsDependencies) =>
  buildCommand({
    docs: {
      brief: 'Carica i testi ufficiali di un’edizione',
      fullDescription:
        'Legge la cartella pubblica del piano nazionale (capitolo-N_titolo/*.rst, come nel repository ' +
        'italia/pianotriennale-ict-doc) o un file JSON. Un’edizione mai vista entra nel catalogo: il comando elenca ' +
        'le linee a cui mancano regola, titolo o sintesi. Se qualcosa non si legge, o c’era in un’importazione ' +
        'precedente e non c’è più, non cambia niente, salvo --partial.',
    },
    parameters: {
      flags: {
        edition: {
          kind: 'parsed',
          parse: String,
          brief: 'L’edizione, se la fonte non la dice: 2027-2029, 2024-2026-update-2025',
          placeholder: 'EDIZIONE',
          optional: true,
        },
        follows: {
          kind: 'parsed',
          parse: String,
          brief: 'L’edizione che segue, e da cui riprende regole, titoli e sintesi, se la fonte non la dice',
          placeholder: 'EDIZIONE',
          optional: true,
        },
        partial: {
          kind: 'boolean',
          brief: 'Carica ciò che si legge e tiene il resto com’era',
          optional: true,
          withNegated: false,
        },
        json,
      },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'La cartella o il file JSON', placeholder: 'PERCORSO', parse: String }],
      },
    },
    async func(flags: { edition?: string; follows?: string; partial?: boolean; json?: boolean }, path: string) {
      const report = await importEdition(catalogue, {
        path: resolve(workingDirectory, path),
        ...(flags.edition && { id: flags.edition }),
        ...(flags.follows && { follows: flags.follows }),
        partial: flags.partial === true,
        today: clock.today(),
      })
      if (flags.json) {
        const { edition, ...rest } = report
        return terminal.out(JSON.stringify({ edition: summaryOf(edition), ...rest }, null, 2))
      }
      for (const line of describeImport(report)) terminal.out(line)
      if (report.unread.length > 0) terminal.err(`Non letti: ${report.unread.length}`)
      for (const { place, message, remedy } of report.unread) terminal.err(`  ${place}: ${message}\n    → ${remedy}`)
    },
  })

const diffCommand = ({ terminal, catalogue }: CatalogueCommandsDependencies) =>
  buildCommand({
    docs: {
      brief: 'Confronta due edizioni dello stesso ciclo',
      fullDescription:
        'Dice quali linee sono invariate, riformulate, ripianificate, con nuovi destinatari, ritirate, nuove. Una ' +
        'linea può stare in più gruppi. I codici sono stabili dentro un ciclo: fra cicli diversi serve «lineage».',
    },
    parameters: {
      flags: { json },
      positional: {
        kind: 'tuple',
        parameters: [
          { brief: 'L’edizione di partenza', placeholder: 'A', parse: String },
          { brief: 'L’edizione di arrivo', placeholder: 'B', parse: String },
        ],
      },
    },
    func(flags: { json?: boolean }, a: string, b: string) {
      const [from, to] = [catalogue.edition(a), catalogue.edition(b)]
      const diff = diffEditions(from, to)
      if (flags.json) return terminal.out(JSON.stringify(diff, null, 2))
      for (const line of describeDiff(from, to, diff)) terminal.out(line)
    },
  })

const lineageCommand = ({ terminal, catalogue }: CatalogueCommandsDependencies) =>
  buildCommand({
    docs: { brief: 'Dice come continua una linea 2022-2024, o da dove viene una linea 2024-2026' },
    parameters: {
      flags: { json },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'Il codice: CAP1.PA.LA01, CAP3.PA.12', placeholder: 'CODICE', parse: String }],
      },
    },
    func(flags: { json?: boolean }, asked: string) {
      const code = asked.trim().toUpperCase()
      const becomes = catalogue.lineage().filter(({ from }) => from === code)
      const comesFrom = catalogue.lineage().filter(({ to }) => to.some((line) => line === code))
      const known = new Set(catalogue.ids().flatMap((id) => catalogue.edition(id).lines.map((line) => line.code)))
      if (becomes.length + comesFrom.length === 0 && !known.has(code)) throw unknownLine(asked, nearest(code, known, 3))
      if (flags.json) return terminal.out(JSON.stringify({ code, becomes, comesFrom }, null, 2))
      for (const line of [...becomes, ...comesFrom].flatMap(describeLineage)) terminal.out(line)
      if (becomes.length + comesFrom.length === 0) terminal.out(`${code}: nessun legame noto fra i due cicli.`)
    },
  })

const unknownLine = (asked: string, like: readonly string[]) =>
  invalidInput(`«${asked}» non è una linea d’azione di nessuna edizione.`, [
    {
      place: asked,
      message: 'codice sconosciuto',
      remedy:
        like.length > 0 ? `forse si intende: ${like.join(', ')}` : 'scrivere un codice come CAP1.PA.LA01 o CAP3.PA.12',
    },
  ])

const summaryOf = ({ id, title, complete, lines, institutionalLines, provenance }: Edition) => ({
  id,
  title,
  complete,
  lines: lines.length,
  institutionalLines: institutionalLines.length,
  officialTexts: lines.filter(({ officialText }) => officialText !== undefined).length,
  provenance: provenance ?? null,
})
