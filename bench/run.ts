// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench`: everything is measured beside something else in the same run; copy the tables to docs/performance.md.
// `npm run bench -- people` runs one part; `npm run bench -- people PostgreSQL` the settings of it that have the word.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/platform/config/config.ts'
import { benchImport } from './import.ts'
import { benchOneSave } from './one-save.ts'
import { benchPage } from './page.ts'
import { benchPdf } from './pdf.ts'
import { benchPeople } from './people.ts'
import { writeProfiles } from './profiles.ts'
import { printRows, type Row } from './report.ts'
import { benchSignIns } from './sign-ins.ts'
import { benchWorstFiles } from './worst.ts'

const root = packageRoot(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'timone-bench-'))
const profiles = (count: number) => writeProfiles(root, join(folder, 'profiles'), count)
const [asked, only] = process.argv.slice(2)

const parts: Readonly<Record<string, { readonly title: string; run(): Promise<Row[]> }>> = {
  documents: { title: 'Documenti', run: () => benchPdf(root, join(folder, 'documents'), profiles(44)) },
  import: { title: 'Importazione', run: () => benchImport(root) },
  worst: { title: 'File fatti per rallentare', run: () => benchWorstFiles(root, join(folder, 'worst')) },
  page: { title: 'Pagine', run: () => benchPage(root, folder) },
  statements: { title: 'Istruzioni SQL', run: () => benchOneSave(root, join(folder, 'statements')) },
  'sign-ins': { title: 'Accessi', run: () => benchSignIns(root, join(folder, 'sign-ins')) },
  people: { title: 'Persone', run: () => benchPeople(root, join(folder, 'people'), only) },
}

try {
  if (asked !== undefined && !(asked in parts)) {
    throw new Error(`no part is called «${asked}»: ${Object.keys(parts).join(', ')}`)
  }
  console.log(`Node ${process.version}, ${availableParallelism()} core`)
  for (const [name, { title, run }] of Object.entries(parts)) {
    if (asked === undefined || asked === name) printRows(title, await run())
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
