// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Site, SiteContext } from '../../../ui/page/site.ts'
import { transparencyPaths } from '../addresses.ts'
import type { VersionSheet } from '../readers.ts'
import { planDescription } from '../words.ts'
import { DocumentTable } from './document-table.tsx'
import { VersionHead } from './version-head.tsx'

type EmbeddedPageProps = {
  readonly site: Site
  readonly sheet: VersionSheet
  /** Its progress, rendered by `KeptHtml`. */
  readonly progress: string
}

/** The current version, for a frame on the body's own site: without our header and footer; links leave the frame. */
export function EmbeddedPage({ site, sheet, progress }: EmbeddedPageProps) {
  const { plan, version, documents, content } = sheet
  const { publisher, triennium } = version
  const address = transparencyPaths.publishedPlan({ slug: publisher.slug, triennium })
  return (
    <SiteContext.Provider value={site}>
      <html lang="it">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`Piano ${triennium} · ${publisher.name}`}</title>
          <base target="_top" />
          <meta name="description" content={planDescription(plan)} />
          <link rel="canonical" href={`${site.origin ?? ''}${address}`} />
          <link rel="stylesheet" href={`${site.assets}/bootstrap-italia.css`} />
          <link rel="stylesheet" href={`${site.assets}/timone.css`} />
        </head>
        <body>
          <main class="container t-main t-public">
            <VersionHead plan={plan} version={version} edition={content?.tailored.edition.title ?? version.edition} />
            <p>
              <a class="btn btn-primary" href={address}>
                Leggi il piano: linee d’azione, iniziative, testi
              </a>
            </p>
            <DocumentTable version={version} documents={documents} />
            <div dangerouslySetInnerHTML={{ __html: progress }} />
          </main>
        </body>
      </html>
    </SiteContext.Provider>
  )
}
