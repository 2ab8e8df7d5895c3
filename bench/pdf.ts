// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { best, measureCommand } from './measure.ts'
import { type Row, ratio } from './report.ts'

/**
 * Times one plan to PDF on the command line, beside LibreOffice's export of the same plan's DOCX; and a batch beside
 * one plan.
 */
export async function benchPdf(root: string, folder: string, profiles: readonly string[]): Promise<Row[]> {
  const [first = ''] = profiles
  const draft = (sources: readonly string[], formats: string) =>
    measureCommand(process.execPath, [
      join(root, 'dist/cli.js'),
      'draft',
      ...sources,
      '--out',
      folder,
      '--formats',
      formats,
    ])
  const one = await best(3, () => draft([first], 'pdf'))
  const rows: Row[] = [{ what: 'un piano in PDF (PDF/A-3a e PDF/UA-1)', cost: one }]

  await draft([first], 'docx')
  if (spawnSync('soffice', ['--version']).status === 0) {
    const [docx = ''] = spawnSync('find', [folder, '-name', '*.docx']).stdout.toString().split('\n')
    const office = await best(3, () =>
      measureCommand('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, docx]),
    )
    rows.push({ what: 'lo stesso DOCX in PDF con LibreOffice', cost: office })
    rows.push(ratio('Timone / LibreOffice', one, office, 0.7))
  } else {
    rows.push({ what: 'LibreOffice non è installato: confronto saltato' })
  }

  const batch = await draft(profiles, 'pdf')
  const times = { seconds: profiles.length * one.seconds, megabytes: one.megabytes }
  rows.push({ what: `${profiles.length} piani insieme`, cost: batch })
  rows.push(ratio(`insieme / ${profiles.length} × uno`, batch, times, 0.55))
  return rows
}
