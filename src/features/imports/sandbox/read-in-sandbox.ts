// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, fork } from 'node:child_process'
import { TimoneError, tooLarge } from '../../../kernel/errors.ts'
import type { CatalogueFolders } from '../../catalogue/index.ts'
import type { ImportOptions } from '../import-plan.ts'
import type { ImportedPlan } from '../model.ts'
import type { Answer, Progress, Task } from './answer.ts'

/** The process where files are read, and its limits. */
export type SandboxSettings = {
  /** The module of the process: the build of src/main/parser.ts. */
  readonly parserPath: string
  /** The folder of the program, with its packages and data: what the process may read, and the imported editions. */
  readonly root: string
  readonly catalogue: CatalogueFolders
  /** The time limit for a file; two minutes by default. */
  readonly timeLimit?: number
  /** The memory limit in megabytes; 1024 by default. */
  readonly memoryLimit?: number
}

const largestFile = 50 * 2 ** 20
const largestAnswer = 30 * 2 ** 20

/**
 * Recovers the plan of a file of any format in a process of its own: nothing of a stranger's file is worked on elsewhere.
 * The process reads only the program and the catalogue, cannot write files or start programs, and is killed when it takes
 * too long or too much memory.
 * @param name the file's name, for messages, and for formats that the content does not tell
 * @param onProgress called now and then with the progress, in Italian
 * @throws {TimoneError} `unreadable-file`, `too-large` or `unknown-edition`, saying what is wrong and what to do
 * @throws {Error} when the process does not start: a fault of ours, not of the file
 */
export async function readInSandbox(
  bytes: Uint8Array,
  name: string,
  { parserPath, root, catalogue, timeLimit = 120_000, memoryLimit = 1024 }: SandboxSettings,
  options: ImportOptions = {},
  onProgress: (words: string) => void = () => {},
): Promise<ImportedPlan> {
  if (bytes.length > largestFile) throw tooLarge(`Il file ${name}`, '50 MB')
  const task: Task = { name, limits: { time: timeLimit, memory: memoryLimit }, options, catalogue }
  const readable = [root, catalogue.shipped, catalogue.imported].map((folder) => `--allow-fs-read=${folder}`)
  const child = fork(parserPath, [JSON.stringify(task)], {
    execArgv: ['--permission', ...readable, '--allow-worker', `--max-old-space-size=${memoryLimit}`],
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  })
  child.on('message', ({ words }: Progress) => onProgress(words))
  child.stdin?.on('error', () => {})
  child.stdin?.end(bytes)
  let expired = false
  const timer = setTimeout(() => {
    expired = true
    child.kill('SIGKILL')
  }, timeLimit)
  try {
    const text = await readAnswer(child, name)
    if (text === undefined)
      throw overLimits(name, expired ? `${timeLimit / 1000} secondi` : `${memoryLimit} MB di memoria`)
    return accept(JSON.parse(text), name)
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

/**
 * Everything that the process writes until it ends by itself; undefined when it is killed, by its limits or by the
 * engine that finds no more memory.
 * @throws {Error} when it ends in another way
 */
async function readAnswer(child: ChildProcess, name: string): Promise<string | undefined> {
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(signal ?? code))
  })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of child.stdout ?? []) {
    size += chunk.length
    if (size > largestAnswer) throw tooLarge(`Il contenuto di ${name}`, '30 MB')
    chunks.push(chunk)
  }
  const end = await ended
  if (end === 0) return Buffer.concat(chunks).toString()
  if (end === 'SIGKILL' || end === 'SIGABRT' || end === 'SIGTRAP') return undefined
  throw new Error(`the process that reads files ended with ${end}`)
}

function accept(answer: Answer, name: string): ImportedPlan {
  if ('plan' in answer) return answer.plan
  if ('refused' in answer) throw new TimoneError(answer.refused.code, answer.refused.message, answer.refused.problems)
  const why = 'è danneggiato, o fatto in modo che non si può leggere'
  const remedy = 'aprirlo con il suo programma, salvarlo di nuovo e riprovare'
  throw new TimoneError(
    'unreadable-file',
    `Il file ${name} non si può leggere: ${why}.`,
    [{ place: name, message: why, remedy }],
    {
      cause: new Error(answer.fault),
    },
  )
}

const overLimits = (name: string, limit: string): TimoneError =>
  new TimoneError('too-large', `Leggere il file ${name} richiede troppo.`, [
    {
      place: name,
      message: `ci vogliono più di ${limit}`,
      remedy: 'controllare di aver indicato il file giusto, o dividerlo in parti',
    },
  ])
