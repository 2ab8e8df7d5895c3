// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand, buildRouteMap } from '@stricli/core'
import { invalidInput, journalBroken, type Problem } from '../../kernel/errors.ts'
import { plural } from '../../kernel/text.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import { type ChainVerdict, type OpenJournals, verifyJournal } from './verify-journal.ts'

/** What `timone journal` works with. */
export type JournalCommandDependencies = {
  readonly terminal: Terminal
  readonly open: OpenJournals
}

/** `timone journal` */
export const journalCommands = (dependencies: JournalCommandDependencies) =>
  buildRouteMap({
    docs: { brief: 'Il registro di chi ha fatto che cosa' },
    routes: { verify: verifyCommand(dependencies) },
  })

type Flags = { readonly body?: string; readonly head?: readonly string[] }

const verifyCommand = ({ terminal, open }: JournalCommandDependencies) =>
  buildCommand<Flags>({
    docs: {
      brief: 'Controlla che nessuna riga del registro sia stata cambiata, tolta o aggiunta',
      fullDescription:
        'Ricalcola l’impronta di ogni riga, dalla prima, e controlla che ognuna sia legata a quella prima. Scrive per ogni ' +
        'registro quante righe ha e l’impronta dell’ultima: annotata altrove e ripassata con --head, prova anche che nessuno ' +
        'ha riscritto la catena per intero. Esce con codice 2 e la prima riga che non torna.',
    },
    parameters: {
      flags: {
        body: {
          kind: 'parsed',
          parse: String,
          optional: true,
          brief: 'Soltanto il registro di questo ente',
          placeholder: 'ENTE',
        },
        head: {
          kind: 'parsed',
          parse: parseHash,
          optional: true,
          variadic: true,
          brief: 'Impronta annotata in precedenza, che deve esserci; si può ripetere',
          placeholder: 'IMPRONTA',
        },
      },
    },
    async func({ body, head = [] }) {
      const { tenants, close } = await open()
      try {
        const { chains, missing } = await verifyJournal(tenants, { body, heads: head }, (name, lines) =>
          terminal.progress(`${name}: ${plural(lines, 'riga', 'righe')}…`),
        )
        const rows = chains.map(({ name, head }) => [
          name,
          String(head.sequence),
          head.sequence === 0 ? '–' : head.hash,
        ])
        terminal.out(textTable(['Registro', 'Righe', 'Impronta dell’ultima'], rows))
        const problems = [...chains.flatMap(problemOf), ...missing.map(missingHead)]
        if (problems.length > 0)
          throw journalBroken('Il registro non è integro: è stato manomesso, o non è quello.', problems)
        const lines = chains.reduce((sum, { head }) => sum + head.sequence, 0)
        terminal.out('')
        terminal.out(`Il registro è integro: ${plural(lines, 'riga', 'righe')}, ogni impronta torna.`)
      } finally {
        await close()
      }
    },
  })

function parseHash(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase()
  throw invalidInput('L’impronta non è valida.', [
    {
      place: '--head',
      message: `«${text}» non è un’impronta`,
      remedy: 'indicare 64 cifre esadecimali, come le scrive questo comando',
    },
  ])
}

const problemOf = ({ name, fault }: ChainVerdict): readonly Problem[] =>
  fault
    ? [
        {
          place: fault.sequence === undefined ? name : `${name}, riga ${fault.sequence}`,
          message: fault.message,
          remedy: fault.remedy,
        },
      ]
    : []

const missingHead = (hash: string): Problem => ({
  place: hash,
  message:
    'nessuna riga ha questa impronta: la catena è stata riscritta o troncata, oppure l’impronta è di un altro registro',
  remedy: 'confrontare con una copia di sicurezza, e conservare questa base dati come prova',
})
