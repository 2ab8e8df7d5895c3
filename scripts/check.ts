// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs the named scripts of package.json, two at a time. Prints a line for each, and the whole output of those that
// fail.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}` }
const names = process.argv.slice(2)

async function run(name: string): Promise<void> {
  const started = performance.now()
  const child = spawn(scripts[name], { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)} ${seconds.padStart(5)} s`)
  if (status === 0) return
  console.log(`${out}${err}`)
  process.exitCode = 1
}

const waiting = names.values()
const runOneByOne = async () => {
  for (const name of waiting) await run(name)
}
await Promise.all([runOneByOne(), runOneByOne()])
