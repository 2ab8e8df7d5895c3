// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Site } from '../../../ui/site.ts'
import { Slug } from '../../administrations/index.ts'
import { ActionLineCode } from '../../catalogue/index.ts'
import { Triennium } from '../plan/model.ts'
import type { PlanReader } from '../plan/readers.ts'
import type { WritingDependencies } from './prepare-edit.ts'
import type { EntryReader } from './readers.ts'

/** What the pages that write entries are made with. */
export type WritingPageDependencies = {
  readonly entries: EntryReader
  readonly plans: PlanReader
  readonly useCases: WritingDependencies
  /** Markdown as people wrote it → elements; no HTML of theirs passes. */
  readonly richText: (markdown: string) => ComponentChildren
  readonly site: Site
}

export const PlanParams = z.object({ slug: Slug, triennium: Triennium })
export const EntryParams = PlanParams.extend({ code: ActionLineCode })

/** Bytes that the form of an entry may weigh: two texts of 20,000 characters and all the rest, percent-encoded. */
export const formLimit = 2 ** 20

/** A revision of a part, as a form sends it. */
export const Revision = z.coerce
  .number('manca la versione da cui si è partiti')
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** A text without characters that no database keeps and nobody sees. */
export const Typed = z.string().transform((text) => text.toWellFormed().replace(/(?![\n\t])\p{Cc}/gu, ''))
