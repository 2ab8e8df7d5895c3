// SPDX-License-Identifier: AGPL-3.0-or-later
import { useContext } from 'preact/hooks'
import { paths } from '../paths.ts'
import { type SectionName, sectionsFor } from './menu.ts'
import { SiteContext } from './site.ts'
import { useViewer } from './viewer.tsx'

/** The three bands of the header. The menu has few items and is always visible, so it needs no JavaScript. */
export function Header({ section }: { section?: SectionName | undefined }) {
  const { assets } = useContext(SiteContext)
  const viewer = useViewer()
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
            <a href={paths.home({})}>
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
            {sectionsFor(viewer).map(({ name, label, href }) => (
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

/** The signed-in person and the sign-out button, or the link to sign in. */
function Account() {
  const { person } = useViewer()
  if (!person) {
    return (
      <a class="t-account" href={paths.signIn({})}>
        Entra
      </a>
    )
  }
  return (
    <div class="t-account">
      <a href={paths.ownProfile({})}>
        <span class="visually-hidden">Il tuo profilo: </span>
        {person.name}
      </a>
      <form method="post" action={paths.signOut({})}>
        <button type="submit">Esci</button>
      </form>
    </div>
  )
}

/** The search form. */
const Search = () => (
  <search class="t-site-search">
    <form action={paths.search({})} method="get" aria-label="Ricerca in Timone">
      <label>
        <span class="visually-hidden">Cerca</span>
        <input type="search" name="q" maxlength={100} autocomplete="off" />
      </label>
      <button type="submit">Cerca</button>
    </form>
  </search>
)
