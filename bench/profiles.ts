// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegistry } from '../src/features/administrations/registration/registry/open-registry.ts'
import { openCatalogue } from '../src/features/catalogue/editions/store.ts'
import { composeDemonstration } from '../src/features/profiles/demonstration/compose-profile.ts'
import { readDemonstrationTexts } from '../src/features/profiles/demonstration/texts.ts'
import { trienniumOf } from '../src/kernel/ids.ts'

/** Writes the profiles of the demonstration's first bodies as files that `timone draft` reads. */
export function writeProfiles(root: string, folder: string, count: number): string[] {
  const none = join(folder, 'none')
  const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: none })
  const registry = openRegistry({ shipped: join(root, 'registry/municipalities.csv'), imported: none })
  const texts = readDemonstrationTexts(join(root, 'demo'))
  const { bodies, association } = JSON.parse(readFileSync(join(root, 'demo/bodies.json'), 'utf8')) as {
    bodies: { cadastralCode: string }[]
    association: { members: string[] }
  }
  mkdirSync(folder, { recursive: true })
  return [...bodies.map(({ cadastralCode }) => cadastralCode), ...association.members].slice(0, count).map((code) => {
    const profile = composeDemonstration(
      {
        municipality: registry.find(code),
        triennium: trienniumOf('2025-2027'),
        edition: catalogue.edition('2024-2026'),
        today: '2025-10-01',
        finished: false,
      },
      texts,
    )
    const path = join(folder, `${code}.json`)
    writeFileSync(path, JSON.stringify(profile))
    return path
  })
}
