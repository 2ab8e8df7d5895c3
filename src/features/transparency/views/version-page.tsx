// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import { DemonstrationNotice } from '../../administrations/index.ts'
import type { PlanCharts } from '../../plans/index.ts'
import type { VersionSheet } from '../readers.ts'
import { planDescription } from '../words.ts'
import { DocumentTable } from './document-table.tsx'
import { PublicFrame } from './public-frame.tsx'
import { VersionChapters } from './version-chapters.tsx'
import { VersionHead } from './version-head.tsx'
import { VersionProgress } from './version-progress.tsx'
import { VersionInitiatives, VersionText } from './version-texts.tsx'

/** What the pages of a version are made with. */
export type VersionTools = {
  readonly charts: PlanCharts
  /** Markdown as people wrote it → elements; no HTML of theirs passes. */
  readonly richText: (markdown: string) => ComponentChildren
}

type VersionPageProps = { readonly site: Site; readonly sheet: VersionSheet; readonly tools: VersionTools }

/** A plan as it was approved and published: its act, its documents, what it says. */
export function VersionPage({ site, sheet, tools }: VersionPageProps) {
  const { plan, version, documents, content } = sheet
  const { slug, name, demonstration } = version.publisher
  const { triennium, number } = version
  const current = version === plan.current
  const planAddress = paths.publishedPlan({ slug, triennium })
  const narrative = content?.profile.plan.narrative
  return (
    <PublicFrame
      site={site}
      title={`Piano ${triennium}${current ? '' : `, versione ${number}`} · ${name}`}
      address={current ? planAddress : paths.publishedVersion({ slug, triennium, number: String(number) })}
      description={planDescription({ ...plan, current: version })}
      trail={[
        { label: name, href: paths.publishedBody({ slug }) },
        ...(current
          ? [{ label: `Piano ${triennium}` }]
          : [{ label: `Piano ${triennium}`, href: planAddress }, { label: `Versione ${number}` }]),
      ]}
    >
      <VersionHead plan={plan} version={version} edition={content?.tailored.edition.title ?? version.edition} />
      {demonstration && <DemonstrationNotice />}
      <DocumentTable version={version} documents={documents} />
      {content && <VersionProgress version={version} content={content} charts={tools.charts} />}
      <VersionText id="introduzione" title="Introduzione" text={narrative?.introduction} tools={tools} />
      <VersionText id="organizzazione" title="Organizzazione" text={narrative?.organisation} tools={tools} />
      {content && <VersionChapters content={content} tools={tools} />}
      {content && <VersionInitiatives initiatives={content.profile.plan.initiatives ?? []} tools={tools} />}
      <VersionText id="spesa" title="Spesa" text={narrative?.spending} tools={tools} />
      <VersionText id="conclusioni" title="Conclusioni" text={narrative?.conclusion} tools={tools} />
    </PublicFrame>
  )
}
