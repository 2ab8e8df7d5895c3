// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { Clock } from '../../../../kernel/clock.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { PlanSite } from '../../plan/index.ts'
import type { KeepersOf } from '../model.ts'

/** What the use cases of writing need. */
export type WritingDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly keepersOf: KeepersOf
  readonly clock: Clock
}

/** Markdown as people wrote it → elements, as it is printed: in a cell, or as a text of its own with headings and tables. */
export type RichText = (markdown: string, place?: 'cell' | 'text') => ComponentChildren

/** What the pages of writing are made with. */
export type WritingPageDependencies = WritingDependencies & { readonly richText: RichText; readonly site: PlanSite }
