// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../../../platform/db/tenants.ts'
import { findRevisionNumbers, subjectOf } from '../../../records/index.ts'
import { initiativeKind, listInitiativeNumbers, type PlanRow } from '../../plan/index.ts'

/** The number of the next initiative of a plan: one that was taken away keeps its own. */
export async function nextInitiativeNumber(writer: Writer, plan: PlanRow): Promise<string> {
  const prefix = `${subjectOf(initiativeKind, plan, '')}:`
  const former = [...(await findRevisionNumbers(writer, plan, prefix)).keys()]
  const numbers = [
    ...(await listInitiativeNumbers(writer, plan)),
    ...former.map((known) => Number(known.slice(prefix.length))),
  ]
  return String(Math.max(-1, ...numbers) + 1)
}
