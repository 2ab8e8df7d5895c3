// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IconName } from '../../../../ui/icon.tsx'
import { Tag, type Tone } from '../../../../ui/tag.tsx'
import { type Verdict, verdictLabel } from '../../../catalogue/index.ts'
import { type Status, statusLabel } from '../model.ts'

const statusLook: Record<Status, readonly [Tone, IconName]> = {
  notStarted: ['neutral', 'minus-circle'],
  planned: ['info', 'calendar'],
  inProgress: ['info', 'clock'],
  ongoing: ['success', 'refresh'],
  completed: ['success', 'check-circle'],
  notApplicable: ['quiet', 'ban'],
  notFeasible: ['danger', 'close-circle'],
}

const verdictLook: Record<Verdict, readonly [Tone, IconName]> = {
  applies: ['info', 'check'],
  'to-verify': ['warning', 'help-circle'],
  'does-not-apply': ['quiet', 'ban'],
}

/** Where an entry stands. */
export function StatusTag({ status }: { status: Status }) {
  const [tone, icon] = statusLook[status]
  return <Tag tone={tone} icon={icon} label={statusLabel[status]} />
}

/** Whether a line binds the body. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const [tone, icon] = verdictLook[verdict]
  return <Tag tone={tone} icon={icon} label={verdictLabel[verdict]} />
}

/** Says that the national date has passed. */
export const LateTag = () => <Tag tone="danger" icon="warning-circle" label="In ritardo" />
