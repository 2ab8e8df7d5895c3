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

/** A status, or that the body says none: silence is counted apart and is never "not started". */
export type StatusOrUnsaid = Status | 'unsaid'

export const statusOrUnsaidLabel: Readonly<Record<StatusOrUnsaid, string>> = {
  ...statusLabel,
  unsaid: 'Non indicato',
}

export const statusesAndUnsaid: readonly StatusOrUnsaid[] = [...statuses, 'unsaid']
