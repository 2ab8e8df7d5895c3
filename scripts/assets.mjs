// SPDX-License-Identifier: AGPL-3.0-or-later
// The static files of the pages: bootstrap-italia's stylesheet, icons and fonts, and our own stylesheet, script and
// mark. They go into a folder named after their contents, so that browsers may keep them for good.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bootstrap = 'node_modules/bootstrap-italia/dist'
const titillium = `${bootstrap}/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin`

const sources = {
  'bootstrap-italia.css': `${bootstrap}/css/bootstrap-italia.min.css`,
  'timone.css': 'src/main/timone.css',
  'timone.js': 'src/ui/scripts/timone.ts',
  'timone.svg': 'src/ui/timone.svg',
  'svg/sprites.svg': `${bootstrap}/svg/sprites.svg`,
  'fonts/titillium-light.woff2': `${titillium}-300.woff2`,
  'fonts/titillium-regular.woff2': `${titillium}-regular.woff2`,
  'fonts/titillium-italic.woff2': `${titillium}-italic.woff2`,
  'fonts/titillium-semibold.woff2': `${titillium}-600.woff2`,
  'fonts/titillium-bold.woff2': `${titillium}-700.woff2`,
  'fonts/roboto-mono-regular.woff2': `${bootstrap}/fonts/Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2`,
}

/** Empties `outDirectory` and writes the assets there, in one folder, together with their gzip and brotli forms. */
export function buildAssets(outDirectory) {
  const files = Object.entries(sources).map(([name, source]) => [name, contentOf(name, join(root, source))])
  const hash = createHash('sha256')
  for (const [name, content] of files) hash.update(name).update(content)
  const folder = join(outDirectory, hash.digest('hex').slice(0, 12))

  rmSync(outDirectory, { recursive: true, force: true })
  for (const [name, content] of files) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    if (name.endsWith('.woff2')) continue
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
  }
}

function contentOf(name, source) {
  if (name === 'timone.css') return bundle(source, { external: ['*.woff2'] })
  if (name === 'timone.js') return bundle(source, { format: 'esm', target: 'es2022' })
  const content = readFileSync(source)
  if (name !== 'bootstrap-italia.css') return content
  // The map is not shipped. The video player's embedded font is against our security policy.
  return Buffer.from(
    content.toString().replace(/\/\*# sourceMappingURL=.*?\*\/|@font-face\{font-family:VideoJS.*?\}/g, ''),
  )
}

function bundle(source, options) {
  const built = buildSync({ entryPoints: [source], bundle: true, minify: true, write: false, ...options })
  return Buffer.from(built.outputFiles[0].contents)
}
