// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand } from '@stricli/core'
import { program } from '../../../../kernel/access.ts'
import { type Slug, slugOf } from '../../../../kernel/ids.ts'
import type { Terminal } from '../../../../platform/terminal/terminal.ts'
import { type DetailsContent, detailsKind } from '../../../administrations/index.ts'
import { anyField, fieldNames } from '../../../records/index.ts'
import { type CorrectionDependencies, correctDetails } from './correct-details.ts'

/** What `timone administration correct` works with. */
export type CorrectCommandDependencies = Pick<CorrectionDependencies, 'registry'> & {
  readonly terminal: Terminal
  /** Opens the store. @throws {TimoneError} `data-in-use` while a server has the folder. */
  readonly open: () => Promise<Pick<CorrectionDependencies, 'tenants'> & { close(): Promise<void> }>
}

type Flags = { readonly [Field in keyof DetailsContent]?: string } & { readonly municipality?: string }

const flag = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, optional: true, brief, placeholder }) as const

/** `timone administration correct …` */
export const correctCommand = ({ terminal, registry, open }: CorrectCommandDependencies) =>
  buildCommand<Flags, [Slug]>({
    docs: {
      brief: 'Corregge i dati con cui un ente è stato registrato',
      fullDescription:
        'Cambia soltanto quello che si indica; un valore vuoto toglie quello che c’era. Con --municipality denominazione, ' +
        'codici, provincia, regione e abitanti sono quelli di un comune del registro.',
    },
    parameters: {
      flags: {
        ...(Object.fromEntries(
          fieldNames(detailsKind.fields).map((name) => [
            name,
            flag(anyField(detailsKind.fields, name).label, 'VALORE'),
          ]),
        ) as Record<keyof DetailsContent, ReturnType<typeof flag>>),
        municipality: flag('Il comune del registro di cui prendere i dati, per nome o codice', 'COMUNE'),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: 'L’indirizzo dell’ente, per esempio vallechiara', placeholder: 'ENTE', parse: slugOf }],
      },
    },
    async func(flags, slug) {
      const { tenants, close } = await open()
      try {
        const wish = Object.fromEntries(
          Object.entries(flags)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => [name, value || undefined]),
        )
        const done = await correctDetails({ tenants, registry }, slug, wish, program('cli'))
        terminal.out(done ? `I dati di ${slug} sono corretti.` : `I dati di ${slug} erano già così.`)
      } finally {
        await close()
      }
    },
  })
