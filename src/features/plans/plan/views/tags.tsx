// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IconName } from '../../../../ui/icon.tsx'
import { Tag, type Tone } from '../../../../ui/tag.tsx'
import { type Verdict, verdictLabel } from '../../../catalogue/index.ts'
import { type StatusOrUnsaid, statusOrUnsaidLabel } from '../model.ts'
import { type Lateness, latenessLabel } from '../progress/progress.ts'

const statusLook: Record<StatusOrUnsaid, readonly [Tone, IconName]> = {
  notStarted: ['neutral', 'minus-circle'],
  planned: ['info', 'calendar'],
  inProgress: ['info', 'clock'],
  ongoing: ['success', 'refresh'],
  completed: ['success', 'check-circle'],
  notApplicable: ['quiet', 'ban'],
  notFeasible: ['danger', 'close-circle'],
  unsaid: ['warning', 'help-circle'],
}

const verdictLook: Record<Verdict, readonly [Tone, IconName]> = {
  applies: ['info', 'check'],
  'to-verify': ['warning', 'help-circle'],
  'to-choose': ['neutral', 'exchange-circle'],
  'does-not-apply': ['quiet', 'ban'],
}

/** Where an entry stands, or that the body does not say; nothing where there is nothing to say. */
export function StatusTag({ status }: { status: StatusOrUnsaid | undefined }) {
  if (!status) return null
  const [tone, icon] = statusLook[status]
  return <Tag tone={tone} icon={icon} label={statusOrUnsaidLabel[status]} />
}

/** Whether a line binds the body. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const [tone, icon] = verdictLook[verdict]
  return <Tag tone={tone} icon={icon} label={verdictLabel[verdict]} />
}

/** Says that the national date has passed, and whether the line is late or nobody has told; nothing before that. */
export const LateTag = ({ lateness }: { lateness: Lateness | undefined }) =>
  lateness ? (
    <Tag tone={lateness === 'late' ? 'danger' : 'warning'} icon="warning-circle" label={latenessWords[lateness]} />
  ) : null

const latenessWords: Readonly<Record<Lateness, string>> = {
  late: latenessLabel.late,
  toTell: 'Data passata, stato da indicare',
}
