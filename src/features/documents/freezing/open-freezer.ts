// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { Clock } from '../../../kernel/clock.ts'
import { findAdministrationById } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Freezer, FrozenDocument } from '../../plans/index.ts'
import { assembleProfile, canonicalJson, parseCanonical, profileHash } from '../../profiles/index.ts'
import { type PreparedPlan, preparePlan } from '../drafting/prepare-plan.ts'
import { type DocumentTools, writePlan } from '../drafting/write-plan.ts'
import type { Format, Layout } from '../model.ts'

/**
 * The documents that a version keeps, by layout. PDFs are approved and published, so both layouts are kept. The formats
 * for other programs are kept in the usual layout only: the other can be made from the same content at any time.
 */
const kept = {
  fiches: ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'ics', 'json'],
  tables: ['pdf'],
} as const satisfies Record<Layout, readonly Format[]>

/** Makes what versions keep: the plan as canonical JSON, and all its documents. */
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
    // PDFs are printed by other processes, the rest here, at the same time. One failure stops everything.
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
