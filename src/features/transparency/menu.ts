// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MenuEntry } from '../../ui/page/menu.ts'
import { transparencyPaths } from './addresses.ts'

/** The part of the site that everybody may read. */
export const transparencyEntry: MenuEntry = {
  label: 'Trasparenza',
  address: transparencyPaths.transparency({}),
  shown: () => true,
}
