// SPDX-License-Identifier: AGPL-3.0-or-later
import { home } from '../../ui/home.ts'
import type { MenuEntry } from '../../ui/page/menu.ts'

/** The start page: what waits for the person who signed in. */
export const worklistEntry: MenuEntry = {
  label: 'Da fare',
  address: home({}),
  shown: (viewer) => viewer.person !== undefined,
}
