// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs before every npm task, on whatever Node (20 or later) the machine has: installs when the lock is newer than
// what is installed. Everything after it runs on the Node 24 that the install brings into node_modules/.bin.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs

if (!fresh) {
  console.error('Installo le dipendenze (npm ci): la prima volta richiede circa un minuto…')
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']]
  const run = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] })
  if (run.status !== 0) {
    console.error('Installazione non riuscita: controllare la connessione al registro npm e riprovare.')
    process.exit(run.status ?? 1)
  }
}
