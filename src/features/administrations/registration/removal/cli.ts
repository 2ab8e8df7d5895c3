// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand } from '@stricli/core'
import { program } from '../../../../kernel/access.ts'
import { type Slug, slugOf } from '../../../../kernel/ids.ts'
import type { Terminal } from '../../../../platform/terminal/terminal.ts'
import { lossesOf } from './removal-words.ts'
import { hasApproved, type RemovalDependencies, readRemoval, removeAdministration } from './remove-administration.ts'

/** What the commands about a registered body work with. */
export type BodyCommandDependencies = {
  readonly terminal: Terminal
  /** Opens the store. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<RemovalDependencies & { close(): Promise<void> }>
}

/** `timone administration remove …` */
export const removeCommand = ({ terminal, open }: BodyCommandDependencies) =>
  buildCommand<{ readonly confirm: boolean }, [Slug]>({
    docs: {
      brief: 'Elimina un ente registrato per errore, con tutto quello che ha',
      fullDescription:
        'Senza --confirm dice soltanto che cosa si perderebbe. Un ente che ha approvato un piano non si elimina. Nel ' +
        'registro degli accessi resta scritto che l’ente c’era e chi lo ha eliminato.',
    },
    parameters: {
      flags: { confirm: { kind: 'boolean', default: false, brief: 'Elimina davvero' } },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'L’indirizzo dell’ente, per esempio vallechiara', placeholder: 'ENTE', parse: slugOf }],
      },
    },
    async func({ confirm }, slug) {
      const { tenants, close } = await open()
      try {
        const viewer = program('cli')
        const removal = await readRemoval({ tenants }, slug, viewer)
        const { administration, approved } = removal
        if (approved.length > 0) throw hasApproved(administration, approved)
        if (!confirm) {
          terminal.out(
            [`Con ${administration.name} si elimina:`, ...lossesOf(removal).map((loss) => `  ${loss}`)].join('\n'),
          )
          terminal.out(`Niente è stato eliminato. Per eliminarlo: timone administration remove ${slug} --confirm`)
          return
        }
        await removeAdministration({ tenants }, slug, viewer)
        terminal.out(`${administration.name} è stato eliminato.`)
      } finally {
        await close()
      }
    },
  })
