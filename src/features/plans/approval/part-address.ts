// SPDX-License-Identifier: AGPL-3.0-or-later
import { paths } from '../../../ui/paths.ts'
import type { PlanAddress } from '../parts/save-part.ts'

/** The code of the line that a part is about; undefined for other parts. */
export const lineOf = (part: string): string | undefined => /^entry:(.+)$/.exec(part)?.[1]

/** Where a part of a plan is read: `entry:CAP1.PA.01` on the page of its line, the others among the contents. */
export function partAddress(where: PlanAddress, part: string): string {
  const code = lineOf(part)
  return code === undefined ? paths.contents(where) : paths.line({ ...where, code })
}

/** Where what is missing in a part is written. */
export function missingAddress(where: PlanAddress, part: string): string {
  const code = lineOf(part)
  return code === undefined ? paths.contents(where) : paths.entryForm({ ...where, code })
}
