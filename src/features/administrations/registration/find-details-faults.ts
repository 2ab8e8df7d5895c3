// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import type { AdministrationId } from '../../../kernel/ids.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { DetailsContent } from '../records/body-kinds.ts'
import { findByCadastralCode } from '../store.ts'

/**
 * What cannot be in a body’s corrected details: codes of municipalities belong to municipalities, and a municipality has
 * one that no other body has. Each problem’s place is a field.
 */
export async function findDetailsFaults(
  reader: Pick<Reader, 'db'>,
  id: AdministrationId,
  { kind, cadastralCode, istatCode }: DetailsContent,
): Promise<readonly Problem[]> {
  if (kind !== 'municipality') {
    const codes = { cadastralCode, istatCode }
    return (['cadastralCode', 'istatCode'] as const)
      .filter((place) => codes[place] !== undefined)
      .map((place) => ({ place, message: 'è di un comune, e questo ente non lo è', remedy: 'lasciarlo vuoto' }))
  }
  if (cadastralCode === undefined) {
    const remedy = 'scrivere una lettera e tre cifre, es. B731'
    return [{ place: 'cadastralCode', message: 'per un comune è obbligatorio', remedy }]
  }
  const other = await findByCadastralCode(reader, cadastralCode)
  if (!other || other.id === id) return []
  return [
    {
      place: 'cadastralCode',
      message: `è di ${other.name}, che è già registrato`,
      remedy: 'se uno dei due è un doppione, eliminarlo dalla sua pagina',
    },
  ]
}
