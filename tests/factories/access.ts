// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId, Place, Viewer } from '../../src/kernel/access.ts'
import type { ActionName } from '../../src/main/actions.ts'
import type { ServerDependencies } from '../../src/platform/http/server.ts'
import { dress } from '../../src/ui/page/viewer.tsx'

/** A person who signed in and may do what the function says; by default everything. */
export const viewerWho = (
  may: (action: ActionName, place?: Place) => boolean = () => true,
  name = 'Persona di prova',
  offices: readonly string[] = [],
): Viewer => {
  const id = name.toLowerCase().replaceAll(' ', '') as PersonId
  return {
    person: { id, name, email: `${id}@timone.example` },
    actor: { id: `person:${id}`, name },
    key: id,
    may: ({ name: action }, place) => may(action as ActionName, place),
    officesOf: () => offices,
  }
}

/** Makes every request come from this viewer, for tests of pages behind the sign-in. */
export const accessFor = (
  viewer: Viewer | (() => Viewer) = viewerWho(),
): Pick<ServerDependencies, 'identify' | 'signInAddress' | 'dress'> => ({
  identify: async () => (typeof viewer === 'function' ? viewer() : viewer),
  signInAddress: (from) => `/accesso?poi=${encodeURIComponent(from)}`,
  dress,
})
