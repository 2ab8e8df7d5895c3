// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand } from '@stricli/core'
import { textTable } from '../../../platform/terminal/table.ts'
import type { Terminal } from '../../../platform/terminal/terminal.ts'
import type { Catalogue } from '../editions/catalogue.ts'
import { dutySources, formatDutyTiming } from './duty-words.ts'

type Dependencies = { readonly terminal: Terminal; readonly catalogue: Pick<Catalogue, 'duties'> }

/** `timone catalogue duties`: what the law asks beside the plan; refuses a file of duties that is wrong, with the places. */
export const dutiesCommand = ({ terminal, catalogue }: Dependencies) =>
  buildCommand({
    docs: {
      brief: 'Elenca gli adempimenti di legge, con le date e le fonti',
      fullDescription:
        'Gli adempimenti stanno in catalogue/duties.json. Se uno è sbagliato (una linea che non esiste, un codice ' +
        'ripetuto, un fatto sconosciuto) il comando dice dove, e non se ne usa nessuno.',
    },
    parameters: { flags: { json: { kind: 'boolean', brief: 'Scrive JSON', optional: true, withNegated: false } } },
    func(flags: { json?: boolean }) {
      const duties = catalogue.duties()
      if (flags.json) return terminal.out(JSON.stringify(duties, null, 2))
      terminal.out(
        textTable(
          ['Codice', 'Adempimento', 'Quando', 'Linea', 'Fonte'],
          duties.map((duty) => [
            duty.code,
            duty.title,
            formatDutyTiming(duty.when),
            duty.line ? `${duty.line.code} (${duty.line.cycle})` : '–',
            dutySources(duty),
          ]),
        ),
      )
    },
  })
