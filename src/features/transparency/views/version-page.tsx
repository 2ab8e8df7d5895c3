// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Site } from '../../../ui/page/site.ts'
import { DemonstrationNotice } from '../../administrations/index.ts'
import { transparencyPaths } from '../addresses.ts'
import type { VersionSheet } from '../readers.ts'
import { planDescription } from '../words.ts'
import { DocumentTable } from './document-table.tsx'
import { PublicFrame } from './public-frame.tsx'
import { VersionHead } from './version-head.tsx'

type VersionPageProps = {
  readonly site: Site
  readonly sheet: VersionSheet
  /** The version's contents, rendered by `KeptHtml`: our own HTML, without any HTML that people wrote. */
  readonly body: string
}

/** The page of a published version: its act, documents and contents. */
export function VersionPage({ site, sheet, body }: VersionPageProps) {
  const { plan, version, documents, content } = sheet
  const { slug, name, demonstration } = version.publisher
  const { triennium, number } = version
  const current = version === plan.current
  const planAddress = transparencyPaths.publishedPlan({ slug, triennium })
  return (
    <PublicFrame
      site={site}
      title={`Piano ${triennium}${current ? '' : `, versione ${number}`} · ${name}`}
      address={current ? planAddress : transparencyPaths.publishedVersion({ slug, triennium, number: String(number) })}
      description={planDescription({ ...plan, current: version })}
      trail={[
        { label: name, href: transparencyPaths.publishedBody({ slug }) },
        ...(current
          ? [{ label: `Piano ${triennium}` }]
          : [{ label: `Piano ${triennium}`, href: planAddress }, { label: `Versione ${number}` }]),
      ]}
    >
      <VersionHead plan={plan} version={version} edition={content?.tailored.edition.title ?? version.edition} />
      {demonstration && <DemonstrationNotice />}
      <DocumentTable version={version} documents={documents} />
      <div dangerouslySetInnerHTML={{ __html: body }} />
    </PublicFrame>
  )
}
