// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { Clock } from '../../../kernel/clock.ts'
import { findAdministrationById } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Freezer, FrozenDocument } from '../../plans/index.ts'
import { assembleProfile, canonicalJson, parseCanonical, profileHash } from '../../profiles/index.ts'
import type { Format, Layout } from '../model.ts'
import { type PreparedPlan, preparePlan } from '../prepare-plan.ts'
import { type DocumentTools, writePlan } from '../write-plan.ts'

/**
 * What a version keeps, of each layout. PDF, that bodies approve and publish, both as cards and as tables; what people
 * work on with other programs in the usual layout alone, since the same content gives the other one at any time.
 */
const kept = {
  fiches: ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'ics', 'json'],
  tables: ['pdf'],
} as const satisfies Record<Layout, readonly Format[]>

/** Makes what the versions of plans keep: their content as canonical JSON, and all the documents of it. */
export const openFreezer = (catalogue: Catalogue, tools: DocumentTools, clock: Clock): Freezer => ({
  async contentOf(reader, plan) {
    const administration = await findAdministrationById(reader, plan.administration)
    if (!administration) throw new Error(`administration ${plan.administration} is not there`)
    const content = canonicalJson(await assembleProfile(reader, administration, plan))
    return { content, sha256: profileHash(content) }
  },
  async print({ content }, approval) {
    const profile = parseCanonical(content, 'piano.json', catalogue)
    const prepare = (layout: Layout) =>
      preparePlan(profile, catalogue, { layout, inapplicable: 'annex', today: clock.today(), approval }, tools.canPrint)
    const fiches = prepare('fiches')
    const tables = prepare('tables')
    const write = (plan: PreparedPlan, format: Format, layout: Layout) =>
      freezeDocument(plan, format, layout, approval.version, tools)
    // PDFs are printed by other processes, the rest here: they go on together, and one failure is enough.
    const printed = kept.tables.map((format) => write(tables, format, 'tables'))
    const pdf = write(fiches, 'pdf', 'fiches')
    const written: FrozenDocument[] = []
    try {
      for (const format of kept.fiches) written.push(await (format === 'pdf' ? pdf : write(fiches, format, 'fiches')))
      return [...written, ...(await Promise.all(printed))]
    } finally {
      await Promise.allSettled([pdf, ...printed])
    }
  },
})

async function freezeDocument(
  plan: PreparedPlan,
  format: Format,
  layout: Layout,
  version: number,
  tools: DocumentTools,
): Promise<FrozenDocument> {
  const { bytes, pages, rows } = await writePlan(plan, format, tools)
  return {
    format,
    layout,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    filename: `${plan.name}-v${version}${layout === 'tables' ? '-tabelle' : ''}.${format}`,
    ...(pages !== undefined && { pages }),
    ...(rows !== undefined && { rows }),
  }
}
