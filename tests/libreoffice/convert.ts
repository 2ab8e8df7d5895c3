// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Ends the run before any check where the program is not there: these checks are asked for by name. */
export default function setup(): void {
  if (spawnSync('soffice', ['--version']).status !== 0) {
    throw new Error('LibreOffice (soffice) is not on this machine: these checks open our documents with it')
  }
}

/** What LibreOffice makes of a document, in another format. */
export function convert(archive: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'timone-soffice-'))
  try {
    writeFileSync(join(folder, `document.${from}`), archive)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const convertTo = ['--headless', '--convert-to', to, '--outdir', folder]
    execFileSync('soffice', [profile, ...convertTo, join(folder, `document.${from}`)], { stdio: 'pipe' })
    return readFileSync(join(folder, `document.${to.split(':')[0]}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
