// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, formatInstant } from '../../../../kernel/dates.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { actWords } from '../../../administrations/index.ts'
import type { JournalLine } from '../../../audit/index.ts'
import { type TransitionName, transitions } from '../../plan/index.ts'
import type { StepLineEvent } from '../events.ts'

/** The steps that a plan took, newest first. */
export function StepHistory({ steps }: { steps: readonly JournalLine<StepLineEvent>[] }) {
  if (steps.length === 0) return <p class="t-empty">Il piano non ha ancora fatto nessun passo.</p>
  const rows = steps.map((line, number) => ({ ...line, number })).toReversed()
  return (
    <DataTable
      caption="I passi del piano, dal più recente"
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        { heading: 'Quando', cell: ({ at }) => <time dateTime={at.toISOString()}>{formatInstant(at)}</time> },
        { heading: 'Passo', cell: ({ event }) => whatWords(event) },
        { heading: 'Versione', cell: ({ event }) => ('version' in event ? String(event.version) : '1') },
        { heading: 'Chi', cell: ({ actor }) => actor },
        { heading: 'Che cosa ha registrato', wide: true, cell: ({ event }) => detailWords(event) },
      ]}
    />
  )
}

function whatWords(event: StepLineEvent): string {
  if (event.type !== 'planMoved') return 'Piano iniziato'
  if (event.transition === 'supersede') return 'Superato'
  return transitions[event.transition as TransitionName]?.label ?? event.transition
}

function detailWords(event: StepLineEvent): string {
  if (event.type === 'planCreated') return event.from ? `ripreso dal piano ${event.from}` : 'da un piano vuoto'
  if (event.type !== 'planMoved') return '–'
  const { reason, act, date, sha256 } = event
  const words = [
    act && actWords(act),
    date && `esecutivo dal ${formatDate(date)}`,
    sha256 && `impronta ${sha256.slice(0, 12)}…`,
    reason && `«${reason}»`,
  ]
  return words.filter(Boolean).join('; ') || '–'
}
