// SPDX-License-Identifier: AGPL-3.0-or-later
import { factsKind, officesKind, rolesKind } from '../features/administrations/index.ts'
import { measuresKind, spendingKind } from '../features/funding/index.ts'
import { entryKind, initiativeKind, textKind, titleKind, toldChoices } from '../features/plans/index.ts'
import { type ToldKind, toldKind } from '../features/records/index.ts'

/** Every kind of record that the journal tells of, in the order of its filter. */
export const toldKinds: readonly ToldKind[] = [
  toldKind(entryKind),
  toldKind(textKind),
  toldKind(initiativeKind),
  toldKind(spendingKind),
  toldKind(measuresKind),
  toldChoices,
  toldKind(titleKind),
  toldKind(officesKind),
  toldKind(rolesKind),
  toldKind(factsKind),
]
