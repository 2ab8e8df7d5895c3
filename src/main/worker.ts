// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the processes that print PDFs. Its only argument is the compiler's settings, as JSON; jobs come
// and answers leave as messages. It ends when its parent disconnects or dies.
import { type CompilerSettings, openCompiler, type PdfJob } from '../features/documents/index.ts'

const settings: CompilerSettings = JSON.parse(process.argv[2] ?? '{}')
const compile = openCompiler(settings)

process.on('message', (job: PdfJob) => process.send?.(compile(job)))
