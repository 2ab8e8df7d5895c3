// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { nobody } from '../../kernel/access.ts'
import { browserColour } from '../colours.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { MenuEntry } from './menu.ts'
import { type Site, SiteContext } from './site.ts'
import { dress, useViewer } from './viewer.tsx'

/** What search engines and caches are told about a public page. */
export type Publication = {
  /** The page's canonical address, from the root: `/trasparenza/comune-di-vallechiara`. */
  readonly address: string
  /** The page in a sentence or two. */
  readonly description: string
}

type LayoutProps = {
  readonly site: Site
  /** The title: what the browser's tab shows and a screen reader says first. */
  readonly title: string
  /** The part of the site where the page is. */
  readonly section?: MenuEntry
  /** The pages above this one, then this one. */
  readonly trail?: readonly Crumb[]
  /** Set for public pages: the same for everybody, open to search engines and shared caches. */
  readonly publication?: Publication
  readonly children: ComponentChildren
}

/** A whole page: header, breadcrumb, content, footer. */
export function Layout({ site, title, section, trail = [], publication, children }: LayoutProps) {
  const viewer = useViewer()
  const body = (
    <body>
      <div class="skiplinks">
        <a class="visually-hidden-focusable" href="#contenuto">
          Vai al contenuto
        </a>
        <a class="visually-hidden-focusable" href="#piede">
          Vai al piè di pagina
        </a>
      </div>
      <Header section={section} />
      {trail.length > 0 && <Breadcrumb trail={trail} />}
      <main id="contenuto" class="container t-main" tabindex={-1}>
        {children}
      </main>
      <Footer />
    </body>
  )
  return (
    <SiteContext.Provider value={site}>
      <html lang="it">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content={browserColour} />
          <title>{`${title} · Timone`}</title>
          {publication ? <PublicHead {...publication} site={site} /> : <meta name="robots" content="noindex" />}
          <link rel="icon" type="image/svg+xml" href={`${site.assets}/timone.svg`} />
          <link
            rel="preload"
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
            href={`${site.assets}/fonts/titillium-regular.woff2`}
          />
          <link rel="stylesheet" href={`${site.assets}/bootstrap-italia.css`} />
          <link rel="stylesheet" href={`${site.assets}/timone.css`} />
          {!publication && <script type="module" src={`${site.assets}/timone.js`} />}
        </head>
        {/* Shared caches must not keep a page with one person's name on it. */}
        {dress(body, publication ? nobody : viewer)}
      </html>
    </SiteContext.Provider>
  )
}

const PublicHead = ({ address, description, site }: Publication & { readonly site: Site }) => (
  <>
    <meta name="description" content={description} />
    <link rel="canonical" href={`${site.origin ?? ''}${address}`} />
  </>
)
