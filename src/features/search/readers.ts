// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../kernel/access.ts'
import type { ActionLineCode, Triennium } from '../../kernel/ids.ts'
import type { ActionLine, Edition } from '../catalogue/index.ts'
import type { Status } from '../plans/index.ts'
import type { HitBody, SearchOutcome, SearchRequest } from './model.ts'

/** A plan on the edition of a line, and the line's status if the viewer may know it. */
export type LinePlan = { readonly body: HitBody; readonly triennium: Triennium; readonly status?: Status }

/** A line of the national plan, and the plans with an entry for it. */
export type NationalLineSheet = {
  readonly edition: Edition
  readonly line: ActionLine
  /** Working copies that the person may read. */
  readonly plans: readonly LinePlan[]
  /** Published plans. */
  readonly published: readonly LinePlan[]
}

/** The search. It always takes a fixed number of queries. */
export type SearchReader = {
  /** Searches what the person may read and what is published. With an unknown body it finds nothing. */
  find(request: SearchRequest, viewer: Viewer): Promise<SearchOutcome>
  /** A line with its plans; undefined when the edition or the line is unknown. */
  nationalLine(edition: string, code: ActionLineCode, viewer: Viewer): Promise<NationalLineSheet | undefined>
}
