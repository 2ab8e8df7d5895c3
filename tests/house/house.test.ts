// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkHouse } from '../../scripts/house/house.ts'
import { setKnownAside } from '../../scripts/house/known.ts'
import { readSources } from '../../scripts/house/source.ts'

test('this house breaks no rule', () => {
  expect(setKnownAside(checkHouse(readSources('.'))).findings).toEqual([])
})

test('findings that are known wait; one more of their rule, and all of them count', () => {
  const finding = (line: number) => ({ rule: 'order', path: 'src/a.ts', line, message: 'too early' })
  expect(setKnownAside([finding(1)], { order: 1 })).toEqual({
    findings: [],
    known: [{ rule: 'order', most: 1, found: 1 }],
  })
  expect(setKnownAside([finding(1), finding(2)], { order: 1 }).findings).toEqual([finding(1), finding(2)])
})

test('every rule fires on the files of the fixture that break it, and on no other', () => {
  const root = copyOfTheFixture()
  const found = [...checkHouse(readSources(root)), ...oxlint(root), ...biome(root)]

  expect(pathsByRule(found)).toEqual({
    room: ['src/features/gossip/index.ts'],
    direction: [
      'src/features/plans/builds-a-printer.ts',
      'src/features/plans/knows-the-roots.ts',
      'src/kernel/knows-the-platform.ts',
      'src/platform/log/knows-the-ui.ts',
      'src/ui/knows-the-database.ts',
    ],
    index: ['src/features/funding/by-the-window.ts', 'src/features/funding/late-import.ts'],
    order: ['src/features/catalogue/looks-ahead.ts'],
    'inner-room': ['src/features/plans/attic/box.ts'],
    'inner-index': ['src/features/plans/cycle/by-the-window.ts'],
    'inner-order': ['src/features/plans/writing/looks-ahead.ts'],
    door: [
      'src/features/funding/api.ts',
      'src/features/funding/cli.ts',
      'src/features/funding/every-address.ts',
      'src/features/plans/pages.tsx',
    ],
    web: ['src/features/plans/knows-the-web.ts'],
    pure: [
      'src/features/funding/model.ts',
      'src/features/plans/policy.ts',
      'src/features/plans/rules.ts',
      'src/kernel/knows-the-platform.ts',
    ],
    own: ['src/platform/log/knows-a-word.ts', 'src/ui/knows-an-address.ts', 'src/ui/takes-styles.css'],
    construction: ['src/features/audit/constructs.ts'],
    effect: [
      'src/features/plans/asks-the-time-again.ts',
      'src/features/plans/asks-the-time.ts',
      'src/features/plans/builds-a-printer.ts',
      'src/features/plans/policy.ts',
      'src/features/plans/rules.ts',
      'src/features/plans/starts-a-process.ts',
      'src/features/plans/takes-its-time.ts',
    ],
    sql: ['src/features/plans/asks-the-database.ts'],
    spread: ['src/features/plans/spreads.tsx'],
    star: ['src/features/catalogue/index.ts'],
    brand: ['src/features/plans/casts.ts'],
    colour: ['src/features/plans/paints.ts', 'src/ui/alarm.css'],
    apostrophe: ['src/features/plans/typist.tsx'],
    name: [
      'src/features/funding/helpers/pad.ts',
      'src/features/funding/lib/pad.ts',
      'src/features/plans/date-helpers.ts',
    ],
    barrel: ['src/features/plans/barrel.ts'],
    inheritance: ['src/platform/log/inherits.ts'],
    size: ['src/kernel/too-long-1.ts'],
    percentile: ['src'],
    header: ['src/features/plans/without-header.ts'],
    words: ['src/platform/log/unexplained.ts'],
    'eslint(no-restricted-globals)': ['src/kernel/reads-the-clock.ts'],
    'eslint(no-restricted-imports)': [
      'src/features/plans/imports-sql.ts',
      'src/features/plans/lifecycle.ts',
      'src/features/plans/rules.ts',
      'src/kernel/knows-the-platform.ts',
      'src/platform/log/framework.ts',
    ],
    'eslint(no-restricted-properties)': [
      'src/features/plans/asks-the-time-again.ts',
      'src/features/plans/policy.ts',
      'src/features/plans/rules.ts',
    ],
    'node(no-process-env)': ['src/features/plans/reads-the-environment.ts'],
    'typescript(no-floating-promises)': ['src/features/plans/forgets-a-promise.ts'],
    'lint/suspicious/noExplicitAny': ['src/features/plans/any.ts'],
    'lint/suspicious/noImportCycles': ['src/features/plans/cycle-here.ts', 'src/features/plans/cycle-there.ts'],
  })
})

type Found = { readonly rule: string; readonly path: string }

/**
 * A copy outside of the project, where no configuration excludes it, with the project's own configuration and with
 * files that are too long.
 */
function copyOfTheFixture(): string {
  const root = mkdtempSync(join(tmpdir(), 'timone-house-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync('tests/house/fixture', root, { recursive: true })
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(file, join(root, file))
  const { files: _, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(join(root, 'biome.json'), JSON.stringify(rules))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  for (const [index, lines] of [351, ...Array<number>(9).fill(181)].entries()) {
    const text = `// SPDX-License-Identifier: AGPL-3.0-or-later\nexport const lines = ${lines}\n${'//\n'.repeat(lines - 2)}`
    writeFileSync(join(root, `src/kernel/too-long-${index + 1}.ts`), text)
  }
  return root
}

function oxlint(root: string): Found[] {
  const { diagnostics } = run(root, 'oxlint', '--type-aware', '--format=json', 'src')
  return diagnostics.map(({ code, filename }: { code: string; filename: string }) => ({ rule: code, path: filename }))
}

function biome(root: string): Found[] {
  const { diagnostics } = run(root, 'biome', 'lint', '--reporter=json', '--max-diagnostics=none', 'src')
  return diagnostics.map(({ category, location }: { category: string; location: { path: string } }) => ({
    rule: category,
    path: location.path,
  }))
}

function run(cwd: string, command: string, ...options: string[]) {
  const { stdout } = spawnSync(resolve('node_modules/.bin', command), options, { cwd, encoding: 'utf8' })
  return JSON.parse(stdout)
}

function pathsByRule(found: readonly Found[]) {
  const groups = Map.groupBy(found, ({ rule }) => rule)
  return Object.fromEntries(
    [...groups].map(([rule, broken]) => [rule, [...new Set(broken.map(({ path }) => path))].toSorted()]),
  )
}
