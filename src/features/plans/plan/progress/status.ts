// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where an entry stands. The label as printed is kept beside it, never replaced by it. */
export const statuses = [
  'notStarted',
  'planned',
  'inProgress',
  'ongoing',
  'completed',
  'notApplicable',
  'notFeasible',
] as const
export type Status = (typeof statuses)[number]

export const statusLabel = {
  notStarted: 'Non avviata',
  planned: 'Pianificata',
  inProgress: 'In corso',
  ongoing: 'Continuativa',
  completed: 'Completata',
  notApplicable: 'Non applicabile',
  notFeasible: 'Non realizzabile',
} satisfies Record<Status, string>

/**
 * What a status means for whoever counts: to be done (`ahead`: not begun; `underWay`: decided or begun), done again every
 * year, done, or not carried out.
 */
type Phase = 'ahead' | 'underWay' | 'yearly' | 'done' | 'setAside'
const phases = {
  notStarted: 'ahead',
  planned: 'underWay',
  inProgress: 'underWay',
  ongoing: 'yearly',
  completed: 'done',
  notApplicable: 'setAside',
  notFeasible: 'setAside',
} satisfies Record<Status, Phase>

const isIn =
  (...wanted: readonly Phase[]) =>
  (status: Status | undefined): boolean =>
    status !== undefined && wanted.includes(phases[status])

/** True for a status of what is still to be carried out. */
export const isToBeDone = isIn('ahead', 'underWay')

/** True for a status of what the body works on, or has worked on. */
export const isTakenUp = isIn('underWay', 'yearly', 'done')

/** True for a status of which something is done. What goes on every year is completed year by year. */
export const isCarriedOut = isIn('yearly', 'done')

/** True for a status that says that the line is not carried out: the reason is what counts. */
export const isSetAside = isIn('setAside')

/** True for a status after which nothing more is expected. What goes on year by year is not closed. */
export const isClosed = isIn('done', 'setAside')

/** A status, or that the body says none: silence is counted apart and is never "not started". */
export type StatusOrUnsaid = Status | 'unsaid'

export const statusOrUnsaidLabel: Readonly<Record<StatusOrUnsaid, string>> = {
  ...statusLabel,
  unsaid: 'Non indicato',
}

export const statusesAndUnsaid: readonly StatusOrUnsaid[] = [...statuses, 'unsaid']
