// SPDX-License-Identifier: AGPL-3.0-or-later
import { useContext } from 'preact/hooks'
import { home } from '../home.ts'
import type { MenuEntry } from './menu.ts'
import { SiteContext } from './site.ts'
import { useViewer } from './viewer.tsx'

/** The three bands of the header. The menu has few items and is always visible, so it needs no JavaScript. */
export function Header({ section }: { section?: MenuEntry | undefined }) {
  const { assets, Account, Search } = useContext(SiteContext)
  return (
    <header class="it-header-wrapper">
      <div class="it-header-slim-wrapper">
        <div class="container t-slim">
          <span>Piano triennale per l’informatica nella pubblica amministrazione</span>
          <Account />
        </div>
      </div>
      <div class="it-nav-wrapper">
        <div class="it-header-center-wrapper it-small-header">
          <div class="container t-brand">
            <a href={home({})}>
              <img src={`${assets}/timone.svg`} alt="" width="48" height="48" />
              <span>
                <span class="t-brand-name">Timone</span>
                <span class="t-brand-tagline">La rotta digitale di ogni ente</span>
              </span>
            </a>
            <Search />
          </div>
        </div>
        <nav class="t-nav" aria-label="Principale">
          <ul class="container">
            {useMenu().map((entry) => (
              <li key={entry.address}>
                <a href={entry.address} aria-current={entry === section ? 'true' : undefined}>
                  {entry.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** The parts of the site that the viewer may enter. */
export function useMenu(): readonly MenuEntry[] {
  const viewer = useViewer()
  return useContext(SiteContext).menu.filter(({ shown }) => shown(viewer))
}
