// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCatalogue } from '../../src/features/catalogue/index.ts'
import { buildDocument } from '../../src/features/documents/build-document.ts'
import { sectionsText } from '../../src/features/documents/content/document-text.ts'
import { fixtureOptions, fixturePlanHash, fixtureProfile } from '../../src/features/documents/fixture.ts'
import { layouts } from '../../src/features/documents/model.ts'
import { tailorPlan } from '../../src/features/plans/index.ts'
import { ProfileSchema } from '../../src/features/profiles/index.ts'
import { materialFile } from './material.ts'

const bare = { administration: fixtureProfile.administration, plan: { triennium: '2024-2026' } }

describe('a real plan of 122 lines', () => {
  const edition = openCatalogue({ shipped: resolve('catalogue'), imported: resolve('no-such-folder') }).edition(
    '2024-2026',
  )
  const rows: { codice: string; azione_attuata: string | null; data_completamento: string | null }[] = JSON.parse(
    readFileSync(materialFile('gold/caravaggio-2025-2027.json'), 'utf8'),
  ).righe

  it.each(layouts)('is printed word for word (%s)', (layout) => {
    const entries = rows.map(({ codice, azione_attuata, data_completamento }) => ({
      code: codice,
      ...(azione_attuata && { activity: azione_attuata }),
      ...(data_completamento && { completed: data_completamento }),
    }))
    const profile = ProfileSchema.parse({ ...bare, plan: { ...bare.plan, edition: edition.id, entries } })
    const tailored = tailorPlan(profile.plan, edition, () => ({ verdict: 'applies', reason: 'Prova.' }))
    const model = buildDocument(profile, tailored, { ...fixtureOptions, layout }, fixturePlanHash)
    const printed = sectionsText(model.sections).replace(/\s+/g, ' ')
    const written = rows.flatMap((row) => [row.azione_attuata, row.data_completamento].filter((text) => text !== null))
    expect(written.length).toBeGreaterThan(122)
    expect(written.filter((text) => !printed.includes(text.replace(/\s+/g, ' ').trim()))).toEqual([])
    for (const { codice } of rows) expect(printed).toContain(codice)
  })
})
