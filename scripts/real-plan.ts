// SPDX-License-Identifier: AGPL-3.0-or-later
// Turns the hand-checked record of a real plan into a profile:
//   npm run -s real-plan -- RECORD.json [--registry comuni.csv] > profile.yaml
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openRegistry } from '../src/features/administrations/registration/registry/open-registry.ts'
import { profileYaml } from '../src/features/profiles/write-yaml.ts'
import { invalidInput } from '../src/kernel/errors.ts'
import { packageRoot, readConfig } from '../src/platform/config/config.ts'
import { describeError, exitCodeOf } from '../src/platform/terminal/terminal.ts'
import { profileOf } from './real-plan/profile-of.ts'

function main(): void {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { registry: { type: 'string' } } })
  const { workingDirectory, dataDirectory } = readConfig(process.env, process.cwd())
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    throw invalidInput('Serve il file di un piano registrato.', [
      {
        place: 'real-plan',
        message: 'un solo file',
        remedy: 'real-plan FILE.json [--registry FILE.csv] > profile.yaml',
      },
    ])
  }
  const registry = openRegistry({
    shipped: values.registry
      ? resolve(workingDirectory, values.registry)
      : join(packageRoot(import.meta.url), 'registry/municipalities.csv'),
    imported: join(dataDirectory, 'registry.json'),
  })
  const record = readJson(resolve(workingDirectory, file))
  const profile = profileOf(record, basename(file), registry.find)
  process.stdout.write(`# Ricavato da ${basename(file)}\n${profileYaml(profile)}`)
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw invalidInput('Il piano registrato non si legge.', [{ place: path, message, remedy: 'indicare un file JSON' }])
  }
}

try {
  main()
} catch (error) {
  console.error(describeError(error))
  process.exitCode = exitCodeOf(error)
}
