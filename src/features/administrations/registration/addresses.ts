// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Slug, slugOf } from '../../../kernel/ids.ts'
import { slug } from '../../../kernel/text.ts'
import type { AdministrationDetails } from '../model.ts'

/** `Comune di Castro` in province Lecce → `castro`, or `castro-lecce` when another body of that name has it. */
export function addressesOf({ name, province, cadastralCode }: AdministrationDetails): [Slug, Slug] {
  const short = slug(name.replace(/^comune\s+d(i|el|ella|ello|ei|egli|elle|ell['’])\s*/i, ''))
  return [slugOf(short), slugOf(slug(`${short} ${province ?? cadastralCode ?? 'bis'}`))]
}
