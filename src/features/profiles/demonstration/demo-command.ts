// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand } from '@stricli/core'
import type { Clock } from '../../../kernel/clock.ts'
import { plural } from '../../../kernel/text.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import type { Registry } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { loadDemonstration } from './load-demonstration.ts'
import { type PublishingDependencies, publishFormerPlans } from './publish-former.ts'

/** What `timone demo` needs. */
export type DemoCommandDependencies = {
  readonly terminal: Terminal
  readonly catalogue: Catalogue
  readonly registry: Registry
  readonly clock: Clock
  /** The folder of the demonstration's data. */
  readonly folder: string
  /** Opens the store and what prints documents. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<{ readonly useCases: PublishingDependencies; close(): Promise<void> }>
}

/** `timone demo` */
export const demoCommand = ({ terminal, catalogue, registry, clock, folder, open }: DemoCommandDependencies) =>
  buildCommand({
    docs: { brief: 'Carica nella base dati gli enti dimostrativi, con piani inventati' },
    parameters: {},
    async func() {
      const { useCases, close } = await open()
      try {
        const total = await loadDemonstration(
          { tenants: useCases.tenants, catalogue, municipality: registry.find, folder, clock },
          (done, of) => terminal.progress(`Enti caricati: ${done} di ${of}`),
        )
        terminal.progress('Approvo e pubblico i piani precedenti…')
        await publishFormerPlans(useCases, folder)
        terminal.out(`${plural(total, 'ente dimostrativo', 'enti dimostrativi')} nella base dati.`)
      } finally {
        await close()
      }
    },
  })
