// SPDX-License-Identifier: AGPL-3.0-or-later
import { Tag } from '../../../ui/tag.tsx'
import { planStateLabel } from '../../plans/index.ts'
import type { PublishedVersion } from '../model.ts'

/** A tag that tells whether a version is in force or superseded. */
export const PublishedTag = ({ state }: Pick<PublishedVersion, 'state'>) =>
  state === 'published' ? (
    <Tag tone="success" icon="check-circle" label={planStateLabel.published} />
  ) : (
    <Tag tone="quiet" icon="clock" label={planStateLabel.superseded} />
  )
