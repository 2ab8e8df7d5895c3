// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeyFigure } from '../../../../ui/key-figures.tsx'
import type { StatusOrUnsaid } from '../model.ts'
import type { Progress } from '../progress/progress.ts'

const figures = [
  ['completed', 'completata', 'completate', 'success'],
  ['ongoing', 'continuativa', 'continuative', 'success'],
  ['inProgress', 'in corso', 'in corso', 'info'],
  ['planned', 'pianificata', 'pianificate', 'info'],
  ['notStarted', 'non avviata', 'non avviate', 'neutral'],
  ['notFeasible', 'non realizzabile', 'non realizzabili', 'quiet'],
  ['unsaid', 'con lo stato non indicato', 'con lo stato non indicato', 'warning'],
] as const satisfies readonly (readonly [StatusOrUnsaid, string, string, KeyFigure['tone']])[]

/**
 * The lines that apply, by status: the figures sum to them. What cannot be carried out is named where there is any.
 * @param address of the lines with a status, where figures lead to them.
 */
export const statusFigures = (
  { statuses }: Pick<Progress, 'statuses'>,
  address?: (status: StatusOrUnsaid) => string,
): readonly KeyFigure[] =>
  figures
    .filter(([status]) => status !== 'notFeasible' || statuses[status] > 0)
    .map(([status, one, many, tone]) => ({
      value: String(statuses[status]),
      label: statuses[status] === 1 ? one : many,
      tone: status === 'unsaid' && statuses[status] === 0 ? 'quiet' : tone,
      ...(address && { href: address(status) }),
    }))
