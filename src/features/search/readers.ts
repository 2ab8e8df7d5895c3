// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import type { ActionLine, Edition } from '../catalogue/index.ts'
import type { Status } from '../plans/index.ts'
import type { HitBody, SearchOutcome, SearchRequest } from './model.ts'

/** A plan on the edition of a line, and what it says of it: a status, where the reader may know. */
export type LinePlan = { readonly body: HitBody; readonly triennium: string; readonly status?: Status }

/** A line of the national plan, and the plans in which it can be read. */
export type NationalLineSheet = {
  readonly edition: Edition
  readonly line: ActionLine
  /** Working copies that the person may read. */
  readonly plans: readonly LinePlan[]
  /** Published plans. */
  readonly published: readonly LinePlan[]
}

/** What people find. A fixed number of queries, whatever is found. */
export type SearchReader = {
  /** Among what the person may read, and what is published. An unknown body finds nothing. */
  find(request: SearchRequest, viewer: Viewer): Promise<SearchOutcome>
  /** A line with its plans; undefined where the edition or the line is unknown. */
  nationalLine(edition: string, code: string, viewer: Viewer): Promise<NationalLineSheet | undefined>
}
