// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../kernel/access.ts'
import { administrationActions } from './actions.ts'
import type { Association } from './readers.ts'

/** True when the viewer works with an association: they may read the plans of all its bodies, or of one member. */
export const maySee = (viewer: Viewer, { slug, members }: Pick<Association, 'slug' | 'members'>): boolean =>
  viewer.may(administrationActions.read, { association: slug }) ||
  members.some((member) => viewer.may(administrationActions.read, { slug: member }))
