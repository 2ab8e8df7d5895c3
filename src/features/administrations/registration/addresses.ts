// SPDX-License-Identifier: AGPL-3.0-or-later
import { slug } from '../../../kernel/text.ts'
import type { AdministrationDetails } from '../model.ts'

/** `Comune di Castro` in province Lecce → `castro`, or `castro-lecce` when another body of that name has it. */
export function addressesOf({ name, province, cadastralCode }: AdministrationDetails): [string, string] {
  const short = slug(name.replace(/^comune\s+d(i|el|ella|ello|ei|egli|elle|ell['’])\s*/i, ''))
  return [short, slug(`${short} ${province ?? cadastralCode ?? 'bis'}`)]
}
