// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../kernel/ids.ts'
import type { Work, WorkKind } from '../administrations/index.ts'

/** A body, as pages name it. */
export type WorkBody = { readonly slug: Slug; readonly name: string }

/** An item and its body. */
export type WorkItem = { readonly body: WorkBody; readonly work: Work }

/** The filters of the list. Absent fields do not filter. */
export type WorkFilter = { readonly kind?: WorkKind | undefined; readonly body?: string | undefined }
