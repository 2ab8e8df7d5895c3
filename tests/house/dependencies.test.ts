// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const { dependencies, devDependencies } = readJson('package.json')
const [production = '', development = ''] = readFileSync('docs/decisions/0001-stack.md', 'utf8').split(
  '### What builds',
)

/** Rows of a table of the record: the package and the licence it is said to have. */
const rows = (text: string): [name: string, licence: string][] =>
  [...text.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)].map(([, name = '', licence = '']) => [name, licence])

test.each([
  ['production', production, dependencies],
  ['development', development, devDependencies],
])('the record of the stack names the %s dependencies, no more and no fewer', (_, text, declared) => {
  expect(rows(text).map(([name]) => name)).toEqual(Object.keys(declared).toSorted())
})

test('the record of the stack gives each dependency the licence that it declares', () => {
  const declared = (name: string) => readJson(`node_modules/${name}/package.json`).license
  for (const [name, licence] of rows(production + development)) {
    // DejaVu's manifest points to its licence file, which is Bitstream Vera's.
    expect(licence, name).toBe(name === 'dejavu-fonts-ttf' ? 'Bitstream-Vera' : declared(name))
  }
})

test('every dependency has an exact version, or the major version of its runtime', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^(\d+\.\d+\.\d+(-[\w.]+)?|24)$/)
  }
})
