// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { best, measureCommand } from './measure.ts'
import { type Row, ratio } from './report.ts'

/** Times the import of a plan's PDF on the command line, beside `pdftotext -layout`, which only extracts the text. */
export async function benchImport(root: string): Promise<Row[]> {
  const material = process.env.TIMONE_MATERIAL
  if (!material) return [{ what: 'importazione di un PDF: misura saltata, TIMONE_MATERIAL non dice dove sono i piani' }]
  const file = join(resolve(material), 'plans/caravaggio-table.pdf')
  if (!existsSync(file)) return [{ what: `${file} non c’è: misura saltata` }]
  const timone = await best(3, () =>
    measureCommand(process.execPath, [join(root, 'dist/cli.js'), 'import', file, '--json']),
  )
  const rows: Row[] = [{ what: 'importazione di un PDF di 122 linee', cost: timone }]
  if (spawnSync('pdftotext', ['-v']).error) return [...rows, { what: 'pdftotext non è installato: confronto saltato' }]
  const plain = await best(3, () => measureCommand('pdftotext', ['-layout', file, '-']))
  return [
    ...rows,
    { what: 'pdftotext -layout dello stesso', cost: plain },
    ratio('Timone / pdftotext', timone, plain, 6),
  ]
}
