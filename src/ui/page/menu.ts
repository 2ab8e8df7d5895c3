// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'

/** A part of the site, as the feature that owns it declares it. Pages name the part that they are in. */
export type MenuEntry = {
  readonly label: string
  readonly address: string
  /** True for those who may enter it. */
  readonly shown: (viewer: Viewer) => boolean
}
