// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput } from '../../../../kernel/errors.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import type { NumberedKind } from '../../../records/index.ts'
import type { PlanRow } from '../../plan/index.ts'

/**
 * The number of a record that is added: no other of the plan ever had it.
 * @throws {TimoneError} `invalid-input` where there are as many as a plan may have.
 */
export async function newNumber<Content extends object>(
  writer: Writer,
  plan: PlanRow,
  { numbered: { store, most }, words }: NumberedKind<Content, PlanRow>,
): Promise<string> {
  if ((await store.list(writer, plan)).length >= most) {
    throw invalidInput('Niente è stato salvato.', [
      {
        place: words.many,
        message: `sono già ${most}, quante un piano può averne`,
        remedy: 'prima toglierne dall’elenco',
      },
    ])
  }
  return String(await store.nextNumber(writer, plan))
}
