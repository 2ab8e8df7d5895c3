// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../../../kernel/ids.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import type { Administration } from '../../../administrations/index.ts'
import { readBodyAt } from '../../plan/index.ts'
import type { Phrase } from '../model.ts'
import { listPhrases } from './phrase-store.ts'

/** A body and its phrases, by title; undefined when there is no such body. */
export const readPhrases = (
  tenants: Tenants,
  slug: Slug,
): Promise<{ readonly administration: Administration; readonly phrases: readonly Phrase[] } | undefined> =>
  readBodyAt(tenants, slug, async ({ db, administration }) => ({
    administration,
    phrases: await listPhrases(db, administration.id),
  }))
