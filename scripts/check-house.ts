// SPDX-License-Identifier: AGPL-3.0-or-later
// The rules of the house that no linter can say (CONTRIBUTING.md lists them all). Prints each finding; fails if any.
import { checkHouse } from './house/house.ts'
import { setKnownAside } from './house/known.ts'
import { measure } from './house/shape.ts'
import { readSources } from './house/source.ts'

const sources = readSources('.')
const { findings, known } = setKnownAside(checkHouse(sources))
for (const { rule, path, line, message } of findings) console.log(`${path}:${line} [${rule}] ${message}`)
for (const { rule, most, found } of known) console.log(`known: ${found} [${rule}], at most ${most}`)
const { files, median, ninetieth } = measure(sources)
console.log(`${files} files in src, median ${median} lines, 90th percentile ${ninetieth}; findings: ${findings.length}`)
process.exitCode = findings.length > 0 ? 1 : 0
