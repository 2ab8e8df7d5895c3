// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext } from 'preact'

/** What every page needs to know about the installation. */
export type Site = {
  /** Where the built assets are, without a final slash: `/assets/1a2b3c4d`. */
  readonly assets: string
  /** Where people reach Timone, without a final slash (`TIMONE_URL`); absent: addresses stay relative. */
  readonly origin?: string | undefined
}

/** The installation, for components deep in a page; `Layout` provides it. */
export const SiteContext = createContext<Site>({ assets: '/assets' })
