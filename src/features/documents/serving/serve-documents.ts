// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '../../../kernel/clock.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { findBody } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { readPlanRows } from '../../plans/index.ts'
import { assembleProfile } from '../../profiles/index.ts'
import { preparePlan } from '../drafting/prepare-plan.ts'
import { type DocumentTools, writePlan } from '../drafting/write-plan.ts'
import type { DocumentRequest, DocumentService } from './service.ts'
import { findDocument, keepDocument } from './store.ts'

/**
 * Serves the documents of stored plans as they are now: drafts, whatever was approved before. A document that the same
 * program made today from the same content is served again. Requests for the same document at the same time wait for a
 * single production.
 */
export function openDocumentService(
  tenants: Tenants,
  catalogue: Catalogue,
  tools: DocumentTools,
  clock: Clock,
): DocumentService {
  const underWay = new Map<string, ReturnType<DocumentService['write']>>()

  async function write({ slug, triennium, format, layout }: DocumentRequest) {
    const administration = await findBody(tenants, slug)
    if (!administration) return undefined
    const tenant = tenants.tenant(administration.id)
    const today = clock.today()
    const found = await tenant.read(async (reader) => {
      const plan = (await readPlanRows(reader)).find((row) => row.triennium === triennium)
      if (!plan) return undefined
      const key = { plan, format, layout, program: tools.program }
      const kept = await findDocument(reader, key, today)
      return kept ? { key, kept } : { key, profile: await assembleProfile(reader, administration, plan) }
    })
    if (!found) return undefined
    const filename = `piano-${slug}-${triennium}-bozza.${format}`
    if (found.kept) return { ...found.kept, filename }
    const prepared = preparePlan(found.profile, catalogue, { layout, inapplicable: 'annex', today }, tools.canPrint)
    const written = await writePlan(prepared, format, tools)
    await tenant.write(async (writer) => {
      // A document is not kept when the plan changed while it was being written.
      const rows = await readPlanRows(writer)
      const same = rows.some(({ id, revision }) => id === found.key.plan.id && revision === found.key.plan.revision)
      if (same) await keepDocument(writer, found.key, written, today)
    })
    return { ...written, filename }
  }

  return {
    write(request) {
      const key = JSON.stringify(request)
      const production = underWay.get(key) ?? write(request).finally(() => underWay.delete(key))
      underWay.set(key, production)
      return production
    },
  }
}
