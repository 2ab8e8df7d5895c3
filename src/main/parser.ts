// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the processes that read uploaded files, which cannot be trusted. The file comes in on standard
// input, the answer goes out, progress is sent as messages. Its arguments are the file's name and the limits, as JSON.
// It reads one file and ends.
import { buffer } from 'node:stream/consumers'
import { type Limits, type Progress, parseFile, toAnswer, watchLimits } from '../features/imports/index.ts'

const [name = '', limits = '{}'] = process.argv.slice(2)
watchLimits(JSON.parse(limits) as Limits)
const bytes = new Uint8Array(await buffer(process.stdin))
const tell = (page: number, pages: number) => process.send?.({ page, pages } satisfies Progress)
const answer = await toAnswer(parseFile(bytes, name, tell))
process.stdout.end(JSON.stringify(answer), () => process.disconnect?.())
