// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand } from '@stricli/core'
import type { Clock } from '../../../kernel/clock.ts'
import { plural } from '../../../kernel/text.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import type { Registry } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type DemonstrationSources, loadDemonstration } from './load-demonstration.ts'

/** What `timone demo` needs. */
export type DemoCommandDependencies = {
  readonly terminal: Terminal
  readonly catalogue: Catalogue
  readonly registry: Registry
  readonly clock: Clock
  /** The folder of the demonstration's data. */
  readonly folder: string
  readonly open: () => Promise<Pick<DemonstrationSources, 'tenants'> & { close(): Promise<void> }>
}

/** `timone demo` */
export const demoCommand = ({ terminal, catalogue, registry, clock, folder, open }: DemoCommandDependencies) =>
  buildCommand({
    docs: { brief: 'Carica nella base dati gli enti dimostrativi, con piani inventati' },
    parameters: {},
    async func() {
      const { tenants, close } = await open()
      try {
        const total = await loadDemonstration(
          { tenants, catalogue, municipality: registry.find, folder, clock },
          (done, of) => terminal.progress(`Enti caricati: ${done} di ${of}`),
        )
        terminal.out(`${plural(total, 'ente dimostrativo', 'enti dimostrativi')} nella base dati.`)
      } finally {
        await close()
      }
    },
  })
