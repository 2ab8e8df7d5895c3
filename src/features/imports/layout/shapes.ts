// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Field } from '../reading/vocabulary.ts'
import { onlyAmount } from '../values/amounts.ts'
import { onlyCode, readExpectedResult, readObjective } from '../values/codes.ts'
import { namesOffice } from '../values/lists.ts'
import { findMeasure } from '../values/measures.ts'
import { readStatus } from '../values/status.ts'
import { isTiming } from '../values/timing.ts'

/** What the cells of a column look like, apart from their meaning. */
export type Shape =
  | 'reference'
  | 'code'
  | 'measure'
  | 'timing'
  | 'office'
  | 'amount'
  | 'year'
  | 'state'
  | 'text'
  | 'any'

/** A column of a flattened table: the look of its cells, and what the rows already read taught about it. */
export type Column = {
  readonly shape: Shape
  /** Characters of its longest lines; absent while unknown. */
  readonly width?: number
  /** Values that many rows repeat. */
  readonly usual?: ReadonlySet<string>
  /** The share of its cells that hold more than one paragraph. */
  readonly parted?: number
}

const shapes: Readonly<Partial<Record<Field, Shape>>> = {
  code: 'code',
  expectedResult: 'reference',
  objective: 'reference',
  timing: 'timing',
  plannedDate: 'state',
  completedDate: 'state',
  status: 'state',
  certification: 'state',
  payment: 'state',
  responsible: 'office',
  office: 'office',
  measure: 'measure',
  amount: 'amount',
  year: 'year',
}

/** The shape that cells of a field have. */
export const shapeOf = (field: Field): Shape => shapes[field] ?? 'text'

const referenceOnly = /^(?:(?:ob|obb?iettivo|ra|r\.a)\.?[\s.:_-]*)?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?$/iu

/** How well a cell's text fits a shape, from 0 to 1. Any text fits the shape of free text. */
export function fits(shape: Shape, text: string): number {
  const words = text.trim().split(/\s+/).length
  switch (shape) {
    case 'code':
      return onlyCode(text) ? 1 : 0
    case 'reference':
      return referenceOnly.test(text.trim()) && (readObjective(text) ?? readExpectedResult(text))
        ? 1
        : onlyCode(text)
          ? 0.9
          : 0
    case 'measure':
      return findMeasure(text, true)?.start === 0 ? 1 : 0
    case 'timing':
      return isTiming(text) ? 1 : 0
    case 'office':
      return namesOffice(text) ? 1 : 0
    case 'amount':
      return onlyAmount(text) === undefined ? 0 : 1
    case 'year':
      return /^(?:anno )?20\d\d$/i.test(text.trim()) ? 1 : 0
    case 'state':
      return isTiming(text)
        ? words > 1 || text.length > 4
          ? 1
          : 0.5
        : words <= 8 && readStatus(text)
          ? 0.5
          : words <= 4
            ? 0.2
            : 0
    case 'text':
      return 1
    case 'any':
      return (['reference', 'state', 'office'] as const).some((known) => fits(known, text) > 0.2) ? 0.5 : 0
  }
}
