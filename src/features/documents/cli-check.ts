// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { TimoneError, unreadableFile } from '../../kernel/errors.ts'
import { formatNumber } from '../../kernel/money.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import { inFile } from './drafting/read-plan.ts'
import { checkPdf } from './pdf/check-pdf.ts'
import type { PdfReport } from './pdf/pdf-report.ts'

/** What the command needs. Relative paths start from `workingDirectory`. */
export type CheckCommandDependencies = { readonly terminal: Terminal; readonly workingDirectory: string }

/** `timone check FILE.pdf`: tells what a PDF claims and contains; fails when it is not a plan printed by Timone. */
export const checkCommand = ({ terminal, workingDirectory }: CheckCommandDependencies) =>
  buildCommand({
    docs: {
      brief: 'Controlla un PDF: conformità dichiarate, lingua, etichette, dati del piano',
      fullDescription:
        'Dice che cosa il PDF dichiara (PDF/A, PDF/UA), lingua, titolo, etichette di ogni pagina e i dati del piano ' +
        'che contiene, con la loro impronta. Non prova le conformità: per quelle serve veraPDF.',
    },
    parameters: {
      flags: { json: { kind: 'boolean', brief: 'Stampa il rapporto in JSON', optional: true, withNegated: false } },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'Il PDF da controllare', placeholder: 'FILE.pdf', parse: String }],
      },
    },
    async func({ json }: { readonly json?: boolean }, file: string) {
      const report = await checkPdf(readPdf(resolve(workingDirectory, file))).catch(inFile(basename(file)))
      terminal.out(json ? JSON.stringify(report, null, 2) : describe(report))
      if (report.problems.length > 0) {
        throw new TimoneError('not-a-plan', 'Il PDF non supera il controllo.', report.problems)
      }
      if (!json) terminal.out('\nIl PDF supera il controllo.')
    },
  })

/** Far larger than any plan with all its charts. */
const largestPdf = 200 * 2 ** 20

function readPdf(path: string): Uint8Array {
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile()) throw unreadableFile(path, 'non è un file', 'indicare un file PDF')
  if (size > largestPdf) throw unreadableFile(path, 'supera i 200 MB', 'indicare il PDF di un piano')
  return readFileSync(path)
}

function describe({ pdfA, pdfUa, language, title, displaysTitle, marked, pages, tags, plan, attachments }: PdfReport) {
  const yes = (value: boolean) => (value ? 'sì' : 'no')
  const untagged = tags.filter(({ counts }) => Object.keys(counts).length === 0).length
  const facts = [
    ['PDF/A', pdfA ?? 'non dichiarato'],
    ['PDF/UA', pdfUa ?? 'non dichiarato'],
    ['Lingua', language ?? 'manca'],
    ['Titolo', title ?? 'manca'],
    ['Titolo nella finestra', yes(displaysTitle)],
    ['Etichettato', yes(marked)],
    ['Pagine', `${formatNumber(pages)}, ${untagged === 0 ? 'tutte' : `${formatNumber(untagged)} non`} etichettate`],
    ['Allegati', attachments.map(({ name }) => name).join(', ') || 'nessuno'],
    ['Dati del piano', plan ? `${plan.valid ? 'validi' : 'non validi'}, ${formatNumber(plan.size)} byte` : 'mancano'],
    ['Impronta SHA-256', plan?.sha256 ?? '–'],
  ]
  const counted = countTags(tags).map(([role, count]) => [role, formatNumber(count)])
  return [textTable(['Voce', 'Esito'], facts), '', textTable(['Etichetta', 'Elementi'], counted)].join('\n')
}

/** Elements by role over the pages, the most frequent first. One that spans two pages counts twice. */
function countTags(tags: PdfReport['tags']): [role: string, count: number][] {
  const totals = new Map<string, number>()
  for (const { counts } of tags) {
    for (const [role, count] of Object.entries(counts)) totals.set(role, (totals.get(role) ?? 0) + count)
  }
  return [...totals].toSorted(([, a], [, b]) => b - a)
}
