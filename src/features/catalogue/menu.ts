// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MenuEntry } from '../../ui/page/menu.ts'
import { catalogueActions } from './actions.ts'
import { cataloguePaths } from './addresses.ts'

/** The part of the site about the editions of the national plan. */
export const editionsEntry: MenuEntry = {
  label: 'Edizioni del piano nazionale',
  address: cataloguePaths.editions({}),
  shown: (viewer) => viewer.may(catalogueActions.complete),
}
