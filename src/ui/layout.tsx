// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header, type SectionName } from './header.tsx'
import { type Site, SiteContext } from './site.ts'

type LayoutProps = {
  readonly site: Site
  /** What the browser's tab and a screen reader say first. */
  readonly title: string
  /** The part of the site where the page is. */
  readonly section?: SectionName
  /** The pages above this one, then this one. */
  readonly trail?: readonly Crumb[]
  readonly children: ComponentChildren
}

/** A whole page: header, breadcrumb, content, footer. */
export function Layout({ site, title, section, trail = [], children }: LayoutProps) {
  return (
    <SiteContext.Provider value={site}>
      <html lang="it">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#0066cc" />
          <title>{`${title} · Timone`}</title>
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
        </head>
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
      </html>
    </SiteContext.Provider>
  )
}
