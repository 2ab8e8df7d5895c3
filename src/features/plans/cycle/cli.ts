// SPDX-License-Identifier: AGPL-3.0-or-later

import { buildCommand } from '@stricli/core'
import { program } from '../../../kernel/access.ts'
import { TimoneError } from '../../../kernel/errors.ts'
import { type Slug, slugOf, type Triennium, trienniumOf } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import { editionFor } from '../../catalogue/index.ts'
import { beginPlan, type CycleDependencies } from './begin-plan.ts'

/** What `timone plan new` works with; what is opened for a command is let go with `close`. */
export type NewPlanDependencies = {
  readonly terminal: Terminal
  /** Opens the store. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<{ readonly useCases: CycleDependencies; close(): Promise<void> }>
}

/** `timone plan new ENTE TRIENNIO [--edition EDIZIONE] [--from TRIENNIO]` */
export const newPlanCommand = ({ terminal, open }: NewPlanDependencies) =>
  buildCommand({
    docs: { brief: 'Comincia un piano, vuoto o da uno precedente dello stesso ente' },
    parameters: {
      flags: {
        edition: {
          kind: 'parsed',
          parse: String,
          brief: 'Edizione del Piano nazionale (se manca, la più recente per il triennio)',
          placeholder: 'EDIZIONE',
          optional: true,
        },
        from: {
          kind: 'parsed',
          parse: trienniumOf,
          brief: 'Triennio del piano da cui riprendere schede, testi, iniziative e spesa',
          placeholder: 'TRIENNIO',
          optional: true,
        },
      },
      positional: {
        kind: 'tuple',
        parameters: [
          { brief: 'L’indirizzo dell’ente, per esempio vallechiara', placeholder: 'ENTE', parse: slugOf },
          { brief: 'Il triennio del nuovo piano, per esempio 2025-2027', placeholder: 'TRIENNIO', parse: trienniumOf },
        ],
      },
    },
    async func(flags: { edition?: string; from?: Triennium }, slug: Slug, triennium: Triennium) {
      const { useCases, close } = await open()
      try {
        const { catalogue } = useCases
        const editions = catalogue.ids().map((id) => catalogue.edition(id))
        const edition = flags.edition ?? editionFor(editions, triennium).id
        const wish = { triennium, edition, from: flags.from }
        const carried = await beginPlan(useCases, { slug }, wish, program('cli')).catch(inFlags)
        terminal.out(`Piano ${triennium} di ${slug} creato sull’edizione ${edition}.`)
        if (flags.from) {
          terminal.out(`${plural(carried, 'scheda ripresa', 'schede riprese')} dal piano ${flags.from}.`)
        }
      } finally {
        await close()
      }
    },
  })

const flagOf: Readonly<Record<string, string>> = { triennio: 'TRIENNIO', edizione: '--edition', da: '--from' }

/** Catches what is wrong and throws it again with the arguments that say it. */
const inFlags = (error: unknown): never => {
  if (!(error instanceof TimoneError) || error.code !== 'invalid-input') throw error
  const problems = error.problems.map((problem) => ({ ...problem, place: flagOf[problem.place] ?? problem.place }))
  throw new TimoneError(error.code, error.message, problems)
}
