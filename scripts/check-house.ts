// SPDX-License-Identifier: AGPL-3.0-or-later
// The rules of the house that no linter can say (CONTRIBUTING.md lists them all). Prints each finding; fails if any.
import { checkDoors } from './house/doors.ts'
import { checkRooms } from './house/rooms.ts'
import { checkShape, measure } from './house/shape.ts'
import { readSources } from './house/source.ts'

const sources = readSources('.')
const findings = [...checkRooms(sources), ...checkDoors(sources), ...checkShape(sources)]
for (const { rule, path, line, message } of findings) console.log(`${path}:${line} [${rule}] ${message}`)
const { files, median, ninetieth } = measure(sources)
console.log(`${files} files in src, median ${median} lines, 90th percentile ${ninetieth}; findings: ${findings.length}`)
process.exitCode = findings.length > 0 ? 1 : 0
