// SPDX-License-Identifier: AGPL-3.0-or-later
import { administrationEvents } from '../features/administrations/index.ts'
import { attachmentEvents } from '../features/attachments/index.ts'
import { catalogueEvents } from '../features/catalogue/index.ts'
import { identityEvents } from '../features/identity/index.ts'
import { importEvents } from '../features/imports/index.ts'
import type { DeclaredEvents } from '../features/journal/index.ts'
import { approvalEvents, cycleEvents, planEvents, writingEvents } from '../features/plans/index.ts'

/** Every event that the features declare: the journal puts them into words. */
export const declaredEvents: DeclaredEvents = {
  body: [attachmentEvents, planEvents, writingEvents, approvalEvents, cycleEvents, importEvents].flatMap((kinds) =>
    Object.values(kinds),
  ),
  access: [identityEvents, administrationEvents, catalogueEvents].flatMap((kinds) => Object.values(kinds)),
}
