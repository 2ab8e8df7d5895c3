// SPDX-License-Identifier: AGPL-3.0-or-later
// Bundles src/main into dist/ together with the files that the programs read, if something has changed since the last
// build.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { buildAssets } from './assets.mjs'

const stamp = 'dist/.built'
const beside = ['.sql', '.typ', '.conf']

const sources = ['src', 'scripts', 'bench'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
)

const newest = Math.max(...[...sources, 'package.json', 'package-lock.json'].map((path) => statSync(path).mtimeMs))
if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) process.exit(0)

const fresh = `dist.${process.pid}`

/** @param {Readonly<Record<string, string>>} entryPoints the programs to build, by name: they share what they both use */
const bundle = (entryPoints) =>
  build({
    entryPoints,
    outdir: fresh,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })

try {
  await bundle({
    web: 'src/main/web.ts',
    cli: 'src/main/cli.ts',
    bench: 'bench/run.ts',
    'real-plan': 'scripts/real-plan.ts',
  })
  // Alone, a program has only the modules that it uses: these two are started for every file.
  await bundle({ worker: 'src/main/worker.ts' })
  await bundle({ parser: 'src/main/parser.ts' })
  // Modules read these files from their own folder, but a bundle has only one folder; `migrations/` keeps its name.
  for (const source of sources.filter((path) => beside.some((ending) => path.endsWith(ending)))) {
    const folder = dirname(source).endsWith('migrations') ? join(fresh, 'migrations') : fresh
    mkdirSync(folder, { recursive: true })
    cpSync(source, join(folder, source.slice(source.lastIndexOf('/') + 1)))
  }
  buildAssets(join(fresh, 'assets'))
  writeFileSync(join(fresh, '.built'), '')
  rmSync('dist', { recursive: true, force: true })
  try {
    renameSync(fresh, 'dist')
  } catch (error) {
    // Another build from the same sources was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
