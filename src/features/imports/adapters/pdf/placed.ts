// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'

/** A block and its place on the page. */
export type Placed<T> = { readonly block: T; readonly extent: Extent }
