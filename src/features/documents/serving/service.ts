// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import type { Format, Layout, WrittenDocument } from '../model.ts'

/** Which document of which plan. */
export type DocumentRequest = {
  readonly slug: Slug
  readonly triennium: Triennium
  readonly format: Format
  readonly layout: Layout
}

/** The downloads: the plan as it is now, written in one format as a draft. What was approved is kept with its version. */
export type DocumentService = {
  /**
   * The finished file and the name to save it under; undefined when the body or the plan is unknown.
   * @throws {TimoneError} `rendering-failed` or `unprintable`, with what to do.
   */
  write(request: DocumentRequest): Promise<(WrittenDocument & { readonly filename: string }) | undefined>
}
