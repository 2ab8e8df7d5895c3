// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { type ActionLine, openCatalogue } from '../../catalogue/index.ts'
import { readText } from '../adapters/text.ts'
import { importPlan } from '../import-plan.ts'

const catalogue = openCatalogue({ shipped: join(packageRoot(import.meta.url), 'catalogue'), imported: '/nonexistent' })

const editionOf = async (text: string) =>
  importPlan(await readText(new TextEncoder().encode(text), 'piano.txt'), catalogue).document.edition

const words = (timing: ActionLine['timing']) =>
  timing.kind === 'in-force' ? 'Vigente' : `${timing.kind === 'by' ? 'Entro' : 'Da'} ${timing.date}`

/** Lines of an edition as bullets, in its scheme and with its dates. */
const bullets = (id: string) => {
  const { lines } = catalogue.edition(id)
  return lines.map(({ code, timing }) => `- ${words(timing)} – Gli enti aprono - ${code}`).join('\n\n')
}

describe('the edition that a plan is written on', () => {
  it('is none where nothing points to one', async () => {
    expect(await editionOf('Il Comune ha tre uffici.')).toBeNull()
  })

  it.each(catalogue.ids())('%s is known by its codes and dates', async (id) => {
    expect(await editionOf(bullets(id))).toBe(id)
  })

  it('is known by its years, its update by name, where there are no codes', async () => {
    expect(await editionOf('Il piano segue il Piano triennale 2024-2026.')).toBe('2024-2026')
    const text = 'Il piano segue il Piano triennale 2024-2026, aggiornamento 2025.'
    expect(await editionOf(text)).toBe('2024-2026-update-2025')
  })
})
