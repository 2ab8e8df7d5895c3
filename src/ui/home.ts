// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../kernel/path.ts'

/** The address of the start page. It is the site’s own; all others belong to features (their `addresses.ts`). */
export const home = path('/')
