// SPDX-License-Identifier: AGPL-3.0-or-later
// Bundles src/main into dist/ and puts what the programs read beside them, when something has changed since last time.
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
try {
  await build({
    entryPoints: {
      web: 'src/main/web.ts',
      cli: 'src/main/cli.ts',
      worker: 'src/main/worker.ts',
      parser: 'src/main/parser.ts',
      bench: 'bench/run.ts',
    },
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
  // Modules read these from their own folder, which a bundle flattens; `migrations/` keeps its name.
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
    // Another build got there first, from the same sources.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
