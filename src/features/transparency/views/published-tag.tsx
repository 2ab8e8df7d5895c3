// SPDX-License-Identifier: AGPL-3.0-or-later
import { Tag } from '../../../ui/tag.tsx'
import { planStateLabel } from '../../plans/index.ts'
import type { PublishedVersion } from '../model.ts'

/** Whether a version stands, or another has taken its place. */
export const PublishedTag = ({ state }: Pick<PublishedVersion, 'state'>) =>
  state === 'published' ? (
    <Tag tone="success" icon="check-circle" label={planStateLabel.published} />
  ) : (
    <Tag tone="quiet" icon="clock" label={planStateLabel.superseded} />
  )
