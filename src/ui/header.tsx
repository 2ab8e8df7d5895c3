// SPDX-License-Identifier: AGPL-3.0-or-later
import { useContext } from 'preact/hooks'
import { paths } from './paths.ts'
import { SiteContext } from './site.ts'

export type SectionName = 'administrations' | 'associations'

const sections: readonly { name: SectionName; label: string; href: string }[] = [
  { name: 'administrations', label: 'Enti', href: paths.home({}) },
  { name: 'associations', label: 'Gestioni associate', href: paths.associations({}) },
]

/** The three bands of the header. The menu has few items and is always in sight: nothing to open, no JavaScript. */
export function Header({ section }: { section?: SectionName | undefined }) {
  const { assets } = useContext(SiteContext)
  return (
    <header class="it-header-wrapper">
      <div class="it-header-slim-wrapper">
        <div class="container t-slim">Piano triennale per l'informatica nella pubblica amministrazione</div>
      </div>
      <div class="it-nav-wrapper">
        <div class="it-header-center-wrapper it-small-header">
          <div class="container t-brand">
            <a href={paths.home({})}>
              <img src={`${assets}/timone.svg`} alt="" width="48" height="48" />
              <span>
                <span class="t-brand-name">Timone</span>
                <span class="t-brand-tagline">La rotta digitale di ogni ente</span>
              </span>
            </a>
          </div>
        </div>
        <nav class="t-nav" aria-label="Principale">
          <ul class="container">
            {sections.map(({ name, label, href }) => (
              <li key={name}>
                <a href={href} aria-current={name === section ? 'true' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
