// SPDX-License-Identifier: AGPL-3.0-or-later
import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import type { Clock } from '../../kernel/clock.ts'
import { invalidInput } from '../../kernel/errors.ts'
import { formatNumber } from '../../kernel/money.ts'
import { plural } from '../../kernel/text.ts'
import { textTable } from '../../platform/terminal/table.ts'
import type { Terminal } from '../../platform/terminal/terminal.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { DraftedFile } from './drafting/draft-plan.ts'
import { draftPlans } from './drafting/draft-plans.ts'
import type { DocumentTools } from './drafting/write-plan.ts'
import { type Format, formats, type InapplicablePlace, type Layout, layouts, type Mending } from './model.ts'

/** What `timone draft` needs. Relative paths start from `workingDirectory`. */
export type DraftCommandDependencies = {
  readonly terminal: Terminal
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly workingDirectory: string
  /** Opens the tools that writers need; `close` releases them. */
  readonly openTools: () => {
    readonly tools: DocumentTools
    /** How many plans to work on together. */
    readonly atOnce: number
    close(): Promise<void>
  }
}

type Flags = {
  readonly out: string
  readonly formats: readonly Format[]
  readonly layout: Layout
  readonly inapplicable: InapplicablePlace
}

/** `timone draft PROFILO… --out CARTELLA` */
export const draftCommand = ({ terminal, catalogue, clock, workingDirectory, openTools }: DraftCommandDependencies) =>
  buildCommand<Flags, string[]>({
    docs: {
      brief: 'Scrive il piano triennale di un ente in tutti i formati',
      fullDescription:
        'Legge un profilo (profile.yaml) o un PDF prodotto da Timone, con il piano che contiene, e scrive i documenti ' +
        'nella cartella indicata: di ogni piano tutti o nessuno. Accetta più profili, che elabora insieme; se uno non ' +
        'va bene non scrive niente.',
    },
    parameters: {
      flags: {
        out: { kind: 'parsed', parse: String, brief: 'Cartella in cui scrivere', placeholder: 'CARTELLA' },
        formats: {
          kind: 'parsed',
          parse: parseFormats,
          default: formats.join(','),
          brief: 'Formati, separati da virgole',
          placeholder: 'FORMATI',
        },
        layout: {
          kind: 'enum',
          values: layouts,
          default: 'fiches',
          brief: 'Una scheda per linea o una tabella per capitolo',
        },
        inapplicable: {
          kind: 'enum',
          values: ['annex', 'inline'],
          default: 'annex',
          brief: 'Le linee che non riguardano l’ente: in un allegato o fra le altre',
        },
      },
      positional: {
        kind: 'array',
        parameter: { brief: 'Profilo YAML, o PDF di Timone', placeholder: 'PROFILO', parse: String },
        minimum: 1,
      },
    },
    async func({ out, formats, layout, inapplicable }, ...sources) {
      const outputDirectory = resolve(workingDirectory, out)
      const options = { layout, inapplicable, today: clock.today() }
      const { tools, atOnce, close } = openTools()
      try {
        const drafts = await draftPlans(
          sources.map((source) => ({ source: resolve(workingDirectory, source), outputDirectory, formats, options })),
          catalogue,
          tools,
          atOnce,
          (source, step, done, total) => terminal.progress(`[${done}/${total}] ${basename(source)}: ${step}…`),
        )
        terminal.out(
          textTable(
            ['Formato', 'Contenuto', 'Dimensione', 'Tempo', 'File'],
            drafts.flatMap((draft) => draft.files).map(fileRow),
          ),
        )
        for (const [index, { mendings }] of drafts.entries()) {
          for (const mending of mendings) terminal.err(mendingLine(basename(sources[index] ?? ''), mending))
        }
        terminal.out(
          `${plural(drafts.flatMap(({ files }) => files).length, 'file scritto', 'file scritti')} in ${outputDirectory}`,
        )
      } finally {
        await close()
      }
    },
  })

function parseFormats(list: string): readonly Format[] {
  const asked = list.split(',').map((format) => format.trim().toLowerCase())
  const unknown = asked.filter((format) => !(formats as readonly string[]).includes(format))
  if (unknown.length > 0) {
    throw invalidInput('Formato sconosciuto.', [
      {
        place: '--formats',
        message: `«${unknown.join(', ')}» non è un formato`,
        remedy: `usare: ${formats.join(', ')}`,
      },
    ])
  }
  return [...new Set(asked as Format[])]
}

function contentOf({ format, pages, rows }: DraftedFile): string {
  if (pages !== undefined) return plural(pages, 'pagina', 'pagine')
  if (rows === undefined) return '–'
  return format === 'ics' ? plural(rows, 'scadenza', 'scadenze') : plural(rows, 'riga', 'righe')
}

const fileRow = (file: DraftedFile): string[] => [
  file.format.toUpperCase(),
  contentOf(file),
  `${formatNumber(Math.ceil(file.bytes / 1024))} kB`,
  `${(file.milliseconds / 1000).toFixed(1).replace('.', ',')} s`,
  file.name,
]

const mendingLine = (source: string, { place, what }: Mending): string => `Corretto in ${source}, ${place}: ${what}`
