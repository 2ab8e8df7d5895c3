// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench`: everything is measured beside something else in the same run; copy the tables to docs/performance.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/platform/config/config.ts'
import { benchImport } from './import.ts'
import { benchPage } from './page.ts'
import { benchPdf } from './pdf.ts'
import { benchPeople } from './people.ts'
import { writeProfiles } from './profiles.ts'
import { printRows } from './report.ts'

const root = packageRoot(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'timone-bench-'))
try {
  console.log(`Node ${process.version}, ${availableParallelism()} core`)
  const profiles = writeProfiles(root, join(folder, 'profiles'), 44)
  printRows('Documenti', await benchPdf(root, join(folder, 'documents'), profiles))
  printRows('Importazione', await benchImport(root))
  printRows('Pagine', await benchPage(root, folder))
  printRows('Persone', await benchPeople(root, folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
