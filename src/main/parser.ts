// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the processes that read uploaded files, which cannot be trusted. The file comes in on standard
// input, the answer goes out, progress is sent as messages. Its argument is the task, as JSON. It reads one file and ends.
import { buffer } from 'node:stream/consumers'
import { openCatalogue } from '../features/catalogue/index.ts'
import { type Progress, recoverPlan, type Task, toAnswer, watchLimits } from '../features/imports/index.ts'

const { name, limits, options, catalogue } = JSON.parse(process.argv[2] ?? '') as Task
watchLimits(limits)
const bytes = new Uint8Array(await buffer(process.stdin))
const tell = (words: string) => process.send?.({ words } satisfies Progress)
const answer = await toAnswer(recoverPlan(bytes, name, openCatalogue(catalogue), options, tell))
process.stdout.end(JSON.stringify(answer), () => process.disconnect?.())
