// SPDX-License-Identifier: AGPL-3.0-or-later

import { insertAdministration } from '../../src/features/administrations/store.ts'
import type { Profile } from '../../src/features/profiles/index.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { viewerWho } from './access.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'
import { openSite, type SiteOptions } from './site.ts'

const plan = { triennium: trienniumOf('2025-2027'), edition: inventedEdition.id }

/** A body with a plan, of which a demonstration says so. */
const pieve: Profile = {
  administration: {
    name: "Comune di Pieve d'Àrsa",
    kind: 'municipality',
    province: 'Valmonte',
    cadastralCode: 'Z911',
    population: 7200,
  },
  facts: { pagoPA: true, dataCentreGroup: 'none' },
  offices: [{ name: 'Ufficio tributi', description: 'Riscuote.' }],
  roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario comunale' }],
  plan: {
    ...plan,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity:
          'Gli uffici usano **una sola** rubrica.\n\n- anagrafe\n- tributi, vedi [la delibera](https://example.org/d)',
        status: 'inProgress',
        statusLabel: 'In corso per il secondo anno',
        offices: ['Ufficio tributi'],
        planned: '2026-04-30',
        evidence: [{ label: 'Delibera di Giunta', url: 'https://example.org/delibera' }],
      },
      { code: 'CAP4.PA.01', activity: 'Tutti gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
  demonstration: true,
}

/** A body whose words are hostile. */
const hostile: Profile = {
  administration: {
    name: 'Comune di <img src=x onerror=alert(1)>',
    kind: 'municipality',
    province: '"><script>alert(2)</script>',
    cadastralCode: 'Z912',
    population: 900,
  },
  plan: {
    ...plan,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: '<script>alert(3)</script> [qui](javascript:alert(4)) {{constructor}}',
        status: 'notStarted',
        statusLabel: '"><svg onload=alert(5)>',
        notes: "<style>*{display:none}</style> <a href='javascript:alert(6)'>x</a>",
      },
    ],
  },
}

/** The site on 10 March 2026 with three invented bodies: with a plan, with a hostile one, without any. */
export async function openInventedSite(options: Pick<SiteOptions, 'tools'> = {}) {
  const site = await openSite({
    catalogue: inventedCatalogue,
    clock: fixedClock('2026-03-10T10:00:00Z'),
    viewer: viewerWho(),
    bodies: [pieve, hostile],
    ...options,
  })
  const union = { name: 'Unione delle Tre Valli', kind: 'union', province: 'Valmonte' } as const
  await site.tenants.writeNational((writer) =>
    insertAdministration(writer, union, { slug: slugOf('tre-valli'), demonstration: false }),
  )
  await site.associate('ufficio-delle-valli', site.ids.slice(0, 1), 'Ufficio associato delle Valli')
  return site
}
