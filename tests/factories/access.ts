// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Action, PersonId, Place, Viewer } from '../../src/kernel/access.ts'
import type { ServerDependencies } from '../../src/platform/http/server.ts'
import { dress } from '../../src/ui/page/viewer.tsx'

/** A person who signed in and may do what the function says; by default everything. */
export const viewerWho = (
  may: (action: Action, place?: Place) => boolean = () => true,
  name = 'Persona di prova',
  offices: readonly string[] = [],
): Viewer => {
  const id = name.toLowerCase().replaceAll(' ', '') as PersonId
  return {
    person: { id, name, email: `${id}@timone.example` },
    actor: { id: `person:${id}`, name },
    key: id,
    may,
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
