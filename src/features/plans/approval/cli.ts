// SPDX-License-Identifier: AGPL-3.0-or-later

import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { program } from '../../../kernel/access.ts'
import { notFound, TimoneError, unreadableFile } from '../../../kernel/errors.ts'
import { type Slug, slugOf, type Triennium, trienniumOf } from '../../../kernel/ids.ts'
import { textTable } from '../../../platform/terminal/table.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import { actWords } from '../../administrations/index.ts'
import { planStateLabel, type TransitionName, transitionNames, transitions, transitionsFrom } from '../plan/index.ts'
import { type AttachedFile, type StepInput, StepInputSchema } from './model.ts'
import type { ApprovalReader } from './read-approval.ts'
import { faultyStep, stepOf } from './rules.ts'
import { movePlan } from './steps/move-plan.ts'
import type { StepDependencies } from './steps/take-step.ts'

/** What the steps of `timone plan` work with; what is opened for a command is let go with `close`. */
export type StepCommandsDependencies = {
  readonly terminal: Terminal
  readonly workingDirectory: string
  /** Opens the store and what prints documents. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<{
    readonly approval: ApprovalReader
    readonly useCases: StepDependencies
    close(): Promise<void>
  }>
}

/** `timone plan status …` and `timone plan move …` */
export const stepCommands = (dependencies: StepCommandsDependencies) => ({
  status: statusCommand(dependencies),
  move: moveCommand(dependencies),
})

const where = [
  { brief: 'L’indirizzo dell’ente, per esempio vallechiara', placeholder: 'ENTE', parse: slugOf },
  { brief: 'Il triennio, per esempio 2025-2027', placeholder: 'TRIENNIO', parse: trienniumOf },
] as const

const statusCommand = ({ terminal, open }: StepCommandsDependencies) =>
  buildCommand({
    docs: { brief: 'Dice a che punto è un piano, che cosa gli manca e che cosa si può fare' },
    parameters: { positional: { kind: 'tuple', parameters: where } },
    async func(_flags: Record<never, never>, slug: Slug, triennium: Triennium) {
      const { approval, close } = await open()
      try {
        const sheet = await approval.sheet(slug, triennium)
        if (!sheet) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
        const { administration, standing, missing, comments, versions } = sheet
        const necessary = missing.filter(({ severity }) => severity === 'necessary')
        const steps = transitionsFrom(standing.state).map((name) => `${name} (${transitions[name].label})`)
        const facts = [
          ['Ente', administration.name],
          ['Stato', planStateLabel[standing.state]],
          ['Versione', String(standing.version)],
          ['Revisione', String(standing.revision)],
          ['Impronta', standing.sha256],
          ['Cose necessarie che mancano', String(necessary.length)],
          ['Osservazioni aperte', String(comments.filter(({ resolved }) => !resolved).length)],
          ['Passi possibili', steps.join(', ') || 'nessuno'],
        ]
        terminal.out(textTable(['Voce', 'Valore'], facts))
        if (versions.length === 0) return
        const rows = versions.map(({ number, state, act, sha256 }) => [
          ...[String(number), planStateLabel[state], actWords(act), sha256],
        ])
        terminal.out(`\n${textTable(['Versione', 'Stato', 'Atto', 'Impronta'], rows)}`)
      } finally {
        await close()
      }
    },
  })

type MoveFlags = {
  readonly reason?: string
  readonly organ?: string
  readonly number?: string
  readonly date?: string
  readonly file?: string
  readonly inForce?: string
  readonly revision?: string
}

const text = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, brief, placeholder, optional: true }) as const

const moveCommand = ({ terminal, workingDirectory, open }: StepCommandsDependencies) =>
  buildCommand({
    docs: {
      brief: 'Fa fare a un piano un passo del suo percorso',
      fullDescription:
        'Il passo è uno di quelli che «timone plan status» elenca. Valgono le stesse regole delle pagine: chi usa la ' +
        'riga di comando agisce come programma, e il registro lo dice.',
    },
    parameters: {
      flags: {
        reason: text('Perché (return, revise)', 'MOTIVO'),
        organ: text('L’organo che ha approvato (approve)', 'ORGANO'),
        number: text('Il numero dell’atto (approve)', 'NUMERO'),
        date: text('La data dell’atto (approve), aaaa-mm-gg o gg/mm/aaaa', 'DATA'),
        file: text('Il file dell’atto (approve), PDF o .p7m', 'FILE'),
        inForce: text('Il giorno da cui l’atto è esecutivo (enforce)', 'DATA'),
        revision: text('La revisione del piano che è stata letta (approve)', 'NUMERO'),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          ...where,
          { brief: `Il passo: ${transitionNames.join(', ')}`, placeholder: 'PASSO', parse: String },
        ],
      },
    },
    async func(flags: MoveFlags, slug: Slug, triennium: Triennium, step: string) {
      const input = inputOf(flags, step, workingDirectory)
      const { useCases, close } = await open()
      try {
        if (stepOf(input.transition).effect === 'freeze') terminal.progress('Stampo e conservo i documenti…')
        const address = { slug, triennium }
        const { after, version, sha256 } = await movePlan(useCases, address, input, program('cli')).catch(inFlags)
        terminal.out(`Piano ${triennium}: ${planStateLabel[after].toLowerCase()}, versione ${version}.`)
        if (sha256 !== undefined) terminal.out(`Impronta del contenuto approvato: ${sha256}`)
      } finally {
        await close()
      }
    },
  })

/** What was typed, as the use case takes it. @throws {TimoneError} `invalid-input`, `unreadable-file` */
function inputOf(flags: MoveFlags, step: string, workingDirectory: string): StepInput {
  const transition = transitionNames.find((name: TransitionName) => name === step)
  const { organ: body, number, date, reason, inForce, revision } = flags
  const file = flags.file === undefined ? undefined : readActFile(resolve(workingDirectory, flags.file))
  const act = body ?? number ?? date
  const parsed = StepInputSchema.safeParse({
    ...(act !== undefined && { act: { body, number, date } }),
    reason,
    date: inForce,
    file,
    revision,
  })
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => ({ place: flagOf(path), message }))
  if (transition && parsed.data) return { ...parsed.data, transition }
  const unknown = { place: step, message: 'non è un passo', remedy: `usare uno di: ${transitionNames.join(', ')}` }
  throw faultyStep(transition ? problems : [unknown, ...problems])
}

/** Catches what is missing or wrong in a step and throws it again with the flags that say it. */
const inFlags = (error: unknown): never => {
  if (!(error instanceof TimoneError) || error.code !== 'invalid-input') throw error
  const problems = error.problems.map((problem) => ({ ...problem, place: flagOf(problem.place.split('.')) }))
  throw new TimoneError(error.code, error.message, problems)
}

const flagOf = (path: readonly PropertyKey[]): string => {
  const [first, second] = path.map(String)
  if (first === 'act') return second === 'body' ? '--organ' : `--${second}`
  return first === 'date' ? '--in-force' : `--${first}`
}

function readActFile(path: string): AttachedFile {
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  if (!statSync(path).isFile()) throw unreadableFile(path, 'non è un file', 'indicare il file dell’atto')
  return { name: basename(path), bytes: readFileSync(path) }
}
