// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Entry } from '../../src/features/plans/plan/model.ts'

/** The status of an entry and, if the plan prints one, its label. */
type Stated = Pick<Entry, 'status' | 'statusLabel'>

/** The cells of a table's row; a plan in tables has no column for the status. */
type Cells = Readonly<Record<'activity' | 'planned' | 'completed', string | null | undefined>>

const notApplicable =
  /^(linea d.azione |obb?iettivo |iniziativa )?(non applicabile|che non riguarda (il comune|l.ente))\W*$/i
const promise = /\p{L}(erà|irà|arà|ranno)(?!\p{L})/iu
const dateAlone = /^(?:\d{1,2}[ ./])?(?:[a-z]+|\d{1,2})[ ./-](\d{4}|\d{2})$/i
const mostLabel = 200

/**
 * Infers the status of an entry from its cells, carefully: for "completed" there must be a date before the triennium,
 * or the plan's own word for it, and an activity that promises nothing more.
 * @param firstYear of the triennium.
 */
export function statusOfCells({ activity, planned, completed }: Cells, firstYear: number): Stated {
  const labelled = (status: NonNullable<Stated['status']>, label: string | null | undefined): Stated =>
    label && label.length <= mostLabel ? { status, statusLabel: label } : { status }
  const cells = [completed, planned, activity]
  const find = (pattern: RegExp, among = [completed, planned]) => among.find((cell) => cell && pattern.test(cell))

  const excluded = find(notApplicable, cells)
  if (excluded) return labelled('notApplicable', excluded)
  const idle = find(/non attivata/i)
  if (idle) return labelled('notStarted', idle)
  const continuing = find(/continuativ/i)
  if (continuing) return labelled('ongoing', continuing)

  const promised = promise.test(activity ?? '')
  const [, digits] = dateAlone.exec(completed ?? '') ?? []
  const year = digits === undefined ? undefined : Number(digits.padStart(4, '20'))
  if (year !== undefined && year < firstYear && !promised) return { status: 'completed' }
  const activated = find(/\b(già (attivat|adottat)|attivat\w* .*\b20\d\d)|\battivat\w* 20\d\d/i)
  if (activated) return labelled(promised ? 'inProgress' : 'completed', activated)
  const begun = find(/\bavviat/i, [planned])
  if (begun) return labelled('inProgress', begun)
  return promised || year !== undefined || /\d/.test(planned ?? '') ? { status: 'planned' } : {}
}

const labels: readonly (readonly [RegExp, NonNullable<Stated['status']>])[] = [
  [/non applicabile/i, 'notApplicable'],
  [/non avviata/i, 'notStarted'],
  [/conclusa|completata/i, 'completed'],
  [/in corso/i, 'inProgress'],
  [/continuativa/i, 'ongoing'],
  [/pianificata/i, 'planned'],
]

/** The status that a printed label means; the label is kept in any case. */
export function statusOfLabel(label: string): Stated {
  const status = labels.find(([pattern]) => pattern.test(label))?.[1]
  return status ? { status, statusLabel: label } : { statusLabel: label }
}
