// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { buildCommand, buildRouteMap } from '@stricli/core'
import type { Clock } from '../../kernel/clock.ts'
import { invalidInput, tooLarge, unreadableFile } from '../../kernel/errors.ts'
import { plural } from '../../kernel/text.ts'
import { writeFiles } from '../../platform/files/write-files.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import { decidingFields, type Registry } from '../administrations/index.ts'
import {
  type Catalogue,
  editionName,
  proposePlan,
  reasonWithKeys,
  titleOf,
  type Verdict,
  verdictLabel,
} from '../catalogue/index.ts'
import { ownVerdictWords, questionsToBody, standingOf, type TailoredLine } from '../plans/index.ts'
import { checkProfile, linesOf } from './check-profile.ts'
import { readProfile } from './read-profile.ts'
import { mostBytes } from './reading/guard.ts'
import { writeStarter } from './write-starter.ts'

/** What the profile's commands need. Relative paths start from `workingDirectory`. */
export type ProfileCommandsDependencies = {
  readonly terminal: Terminal
  readonly registry: Registry
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly workingDirectory: string
}

type ReadingDependencies = Pick<ProfileCommandsDependencies, 'terminal' | 'catalogue' | 'workingDirectory'>

/** `timone profile …` */
export const profileCommands = (dependencies: ProfileCommandsDependencies) =>
  buildRouteMap({
    routes: { init: initCommand(dependencies), check: checkCommand(dependencies) },
    docs: { brief: 'Profilo di un’amministrazione' },
  })

const initCommand = ({ terminal, registry, catalogue, clock, workingDirectory }: ProfileCommandsDependencies) =>
  buildCommand({
    docs: {
      brief: 'Scrive un profilo da compilare, con i dati del registro dei comuni',
      fullDescription:
        'Senza --out lo scrive in profile.yaml; se l’uscita va in un file o a un altro programma, lo scrive lì: timone ' +
        'profile init Cremona > cremona.yaml',
    },
    parameters: {
      flags: {
        edition: {
          kind: 'parsed',
          parse: String,
          brief: 'Edizione del Piano nazionale (se manca, la più recente)',
          placeholder: 'EDIZIONE',
          optional: true,
        },
        out: {
          kind: 'parsed',
          parse: String,
          brief: 'Il file da scrivere',
          placeholder: 'FILE',
          optional: true,
        },
        force: { kind: 'boolean', brief: 'Scrive anche se il file esiste già', optional: true, withNegated: false },
      },
      positional: {
        kind: 'array',
        parameter: { brief: 'Nome, codice catastale, ISTAT o IPA del comune', placeholder: 'NOME', parse: String },
        minimum: 1,
      },
    },
    func(flags: { edition?: string; out?: string; force?: boolean }, ...words: string[]) {
      const municipality = registry.find(words.join(' '))
      const asked = flags.edition === undefined ? undefined : catalogue.edition(flags.edition)
      const editions = catalogue.ids().map((id) => catalogue.edition(id))
      const plan = proposePlan(editions, clock.today(), { edition: asked })
      const starter = writeStarter(municipality, plan, clock.today())
      const done = `${municipality.name}, triennio ${plan.triennium}, edizione ${editionName(plan.edition.id)}.`
      if (flags.out === undefined && terminal.redirected) {
        terminal.out(starter.trimEnd())
        terminal.err(`Scritto il profilo: ${done}`)
        return
      }
      const path = resolve(workingDirectory, flags.out ?? 'profile.yaml')
      if (existsSync(path) && !flags.force) {
        throw invalidInput('Il profilo non è stato scritto.', [
          {
            place: path,
            message: 'il file esiste già',
            remedy: 'scegliere un altro nome con --out, o aggiungere --force',
          },
        ])
      }
      writeFiles(dirname(path), [{ name: basename(path), bytes: Buffer.from(starter) }])
      terminal.out(`Scritto ${path}: ${done}`)
    },
  })

const checkCommand = ({ terminal, catalogue, clock, workingDirectory }: ProfileCommandsDependencies) =>
  buildCommand({
    docs: { brief: 'Controlla un profilo e dice a che punto è' },
    parameters: { positional: profileFile },
    func(_flags: Record<never, never>, file: string) {
      const profile = loadProfile(resolve(workingDirectory, file), catalogue)
      const { lines, progress, entries, missing, initiatives } = checkProfile(profile, catalogue, clock.today())
      const { triennium, edition } = profile.plan
      terminal.out(`${profile.administration.name}: piano ${triennium} sull’edizione ${edition}. Il profilo è valido.`)
      terminal.out(
        textTable(
          ['Profilo', 'Numero'],
          [
            ['Linee d’azione dell’edizione', String(lines)],
            ...verdictOrder.map((verdict) => [`  ${verdictLabel[verdict]}`, String(progress.standings[verdict])]),
            ['In ritardo', String(progress.late)],
            ['Con la data passata e lo stato da indicare', String(progress.toTell)],
            ['Voci compilate', String(entries)],
            ['Iniziative proprie', String(initiatives)],
            ['Linee che si applicano, ancora da scrivere', String(missing.length)],
          ],
        ),
      )
      if (missing.length > 0) terminal.out('Da scrivere:')
      const chapters = new Map(catalogue.edition(edition).lines.map(({ code, chapter }) => [code, chapter]))
      for (const [chapter, codes] of Map.groupBy(missing, (code) => chapters.get(code))) {
        terminal.out(`  Capitolo ${chapter}: ${codes.join(', ')}`)
      }
    },
  })

/** `timone applicability PROFILE [--json]` */
export const applicabilityCommand = ({ terminal, catalogue, workingDirectory }: ReadingDependencies) =>
  buildCommand({
    docs: { brief: 'Dice quali linee d’azione riguardano l’ente, e perché' },
    parameters: {
      flags: { json: { kind: 'boolean', brief: 'Scrive JSON', optional: true, withNegated: false } },
      positional: profileFile,
    },
    func(flags: { json?: boolean }, file: string) {
      const profile = loadProfile(resolve(workingDirectory, file), catalogue)
      const lines = linesOf(profile, catalogue)
      if (flags.json) {
        return terminal.out(
          JSON.stringify(
            lines.map((line) => ({ code: line.line.code, verdict: standingOf(line), reason: reasonOf(line) })),
          ),
        )
      }
      for (const wanted of verdictOrder) {
        const group = lines.filter((line) => standingOf(line) === wanted)
        if (group.length === 0) continue
        terminal.out(`${verdictLabel[wanted]}: ${plural(group.length, 'linea', 'linee')}`)
        const rows = group.map((line) => [line.line.code, titleOf(line.line), reasonOf(line)])
        terminal.out(`${textTable(['Linea', 'Titolo', 'Motivo'], rows, terminal.width)}\n`)
      }
      const questions = questionsToBody(lines)
      if (questions.length === 0) return
      terminal.out(`Domande sull’ente: ${plural(questions.length, 'domanda', 'domande')}`)
      const asked = questions.map(({ key, fact, lines: waiting }) => [
        `${decidingFields[fact].label}?`,
        waiting.map(({ line }) => line.code).join(', '),
        key,
      ])
      terminal.out(textTable(['Domanda', 'Linee che decide', 'Nel profilo'], asked, terminal.width))
    },
  })

/** Why a line binds the body or does not: the rule's reason, and what the body says otherwise. */
function reasonOf(line: TailoredLine): string {
  const own = ownVerdictWords(line)
  const reason = reasonWithKeys(line.applicability)
  return own === undefined ? reason : `${reason}. ${own}`
}

const verdictOrder = Object.keys(verdictLabel) as Verdict[]

const profileFile = {
  kind: 'tuple',
  parameters: [{ brief: 'Il profilo (YAML o JSON)', placeholder: 'PROFILO', parse: String }],
} as const

function loadProfile(path: string, catalogue: Catalogue) {
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile()) throw unreadableFile(path, 'non è un file', 'indicare un profilo YAML o JSON')
  if (size > mostBytes) throw tooLarge(path, '20 MB')
  return readProfile(readFileSync(path), basename(path), catalogue)
}
