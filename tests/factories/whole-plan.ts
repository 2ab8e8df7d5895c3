// SPDX-License-Identifier: AGPL-3.0-or-later

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { statuses } from '../../src/features/plans/index.ts'
import type { Profile } from '../../src/features/profiles/index.ts'
import { profileYaml } from '../../src/features/profiles/write-yaml.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { timone } from '../command-line.ts'
import { catalogue } from './profile.ts'

const edition = '2024-2026'

/** The plan of an invented body that says something of its own of every line of the national plan. */
export const wholePlan: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  offices: [{ name: 'Ufficio digitale' }],
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition,
    narrative: { introduction: 'Il Comune digitalizza i suoi sportelli, e ne dà conto ogni anno.' },
    entries: catalogue.edition(edition).lines.map(({ code }, index) => ({
      code,
      activity: `Attività n. ${index}: «l’ufficio» scrive & pubblica <tutto>, al ${index}% – e poi verifica.`,
      status: statuses[index % statuses.length] ?? 'planned',
      offices: ['Ufficio digitale'],
      planned: '2026-12-31',
    })),
  },
}

/** Drafts it with the command line in a folder; answers where the document of a format is. */
export function draftWholePlan(folder: string, formats: readonly string[]): (ending: string) => string {
  writeFileSync(join(folder, 'profile.yaml'), profileYaml(wholePlan))
  const drafted = timone(['draft', 'profile.yaml', '--out', 'out', '--formats', formats.join(',')], folder)
  if (drafted.code !== 0) throw new Error(drafted.err)
  return (ending) => join(folder, 'out', `piano-vallechiara-2025-2027-bozza.${ending}`)
}
