// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, createContext } from 'preact'
import type { MenuEntry } from './menu.ts'

/** What every page needs to know about the installation. */
export type Installation = {
  /** Where the built assets are, without a final slash: `/assets/1a2b3c4d`. */
  readonly assets: string
  /** Where people reach Timone, without a final slash (`TIMONE_URL`); absent: addresses stay relative. */
  readonly origin?: string | undefined
}

/** The installation and what its features put into the frame of every page. */
export type Site = Installation & {
  /** The parts of the site, in the menu's order. */
  readonly menu: readonly MenuEntry[]
  /** At the top of the page: who signed in, or the way in. */
  readonly Account: ComponentType
  /** Beside the name of the site: the form that searches it. */
  readonly Search: ComponentType
}

const nothing = () => null

/** The site, for components deep in a page; `Layout` provides it. */
export const SiteContext = createContext<Site>({ assets: '/assets', menu: [], Account: nothing, Search: nothing })
