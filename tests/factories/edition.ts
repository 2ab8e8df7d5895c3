// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue, Edition } from '../../src/features/catalogue/index.ts'
import { unknownEdition } from '../../src/kernel/errors.ts'

/** A small national edition of invented contents: each kind of timing, a line without title, one without a rule. */
export const inventedEdition: Edition = {
  id: '2024-2026',
  title: 'Piano nazionale di prova 2024-2026',
  triennium: { from: 2024, to: 2026 },
  complete: false,
  chapters: [
    { number: 1, title: 'Organizzazione di prova' },
    { number: 4, title: 'Piattaforme di prova' },
  ],
  objectives: [
    { code: 'OB.1.1', chapter: 1, title: 'Lavorare insieme' },
    { code: 'OB.4.1', chapter: 4, title: 'Usare le piattaforme comuni' },
  ],
  results: [
    {
      code: 'RA1.1.1',
      objective: 'OB.1.1',
      title: 'Uffici collegati',
      targets: [{ year: 2025, text: 'Metà degli uffici' }],
    },
  ],
  lines: [
    {
      code: 'CAP1.PA.01',
      chapter: 1,
      objective: 'OB.1.1',
      results: ['RA1.1.1'],
      timing: { kind: 'by', date: '2025-12-31' },
      replanned: true,
      addressees: {},
      title: 'Collegare gli uffici',
      summary: 'Gli uffici condividono archivi e calendari.',
      officialText: 'Testo ufficiale di prova sugli uffici collegati.',
    },
    {
      code: 'CAP1.PA.02',
      chapter: 1,
      objective: 'OB.1.1',
      results: [],
      timing: { kind: 'from', date: '2024-03-01' },
      addressees: { kinds: ['municipality'], population: { min: 5001, max: 20000 }, voluntary: true },
      title: 'Aprire uno sportello di facilitazione',
      summary: 'Chi lo sceglie apre uno sportello per le persone meno esperte.',
    },
    {
      code: 'CAP4.PA.01',
      chapter: 4,
      objective: 'OB.4.1',
      results: [],
      timing: { kind: 'in-force' },
      addressees: { conditions: [{ fact: 'pagoPA', is: true }] },
      title: 'Incassare con la piattaforma dei pagamenti',
      summary: 'Ogni incasso passa dalla piattaforma.',
    },
    {
      code: 'CAP4.PA.02',
      chapter: 4,
      objective: 'OB.4.1',
      results: [],
      timing: { kind: 'by', date: '2026-06-30' },
      addressees: { kinds: ['region'] },
      title: 'Coordinare le piattaforme regionali',
      summary: 'Le Regioni coordinano le proprie piattaforme.',
    },
    {
      code: 'CAP4.PA.03',
      chapter: 4,
      objective: 'OB.4.1',
      results: [],
      timing: { kind: 'by', date: '2026-12-31' },
      officialText: 'Una linea importata da poco, di cui nessuno ha ancora scritto il titolo né la regola.',
    },
  ],
  institutionalLines: [],
}

/** A catalogue of these editions. */
export const catalogueOf = (...editions: readonly Edition[]): Catalogue => ({
  ids: () => editions.map(({ id }) => id),
  edition(id) {
    const edition = editions.find((known) => known.id === id)
    if (edition) return edition
    throw unknownEdition(
      id,
      editions.map((known) => known.id),
    )
  },
  lineage: () => [],
  duties: () => [],
  imported: () => undefined,
  saveImported: () => undefined,
  completion: () => undefined,
  saveCompletion: () => undefined,
  state: () => '',
})

/** A catalogue of the invented edition alone. */
export const inventedCatalogue = catalogueOf(inventedEdition)
