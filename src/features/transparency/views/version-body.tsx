// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { officeFields, roleFields } from '../../administrations/index.ts'
import { fundingProjectFields, spendingFields } from '../../funding/index.ts'
import type { PlanCharts } from '../../plans/index.ts'
import type { PublishedContent, PublishedVersion } from '../model.ts'
import { VersionChapters } from './version-chapters.tsx'
import { VersionProgress } from './version-progress.tsx'
import { VersionRecords } from './version-records.tsx'
import { VersionInitiatives, VersionText } from './version-texts.tsx'

/** What the pages of a version need. */
export type VersionTools = {
  readonly charts: PlanCharts
  /** People's Markdown → elements; HTML in it is not passed on. */
  readonly richText: (markdown: string) => ComponentChildren
}

type VersionBodyProps = {
  readonly version: PublishedVersion
  readonly content: PublishedContent
  readonly tools: VersionTools
}

/** The contents of a version. They depend only on what was frozen, so the HTML can be kept for ever. */
export function VersionBody({ version, content, tools }: VersionBodyProps) {
  const { plan, roles, offices, spending, fundingMeasures } = content.profile
  const { narrative, initiatives = [] } = plan
  return (
    <>
      <VersionProgress version={version} content={content} charts={tools.charts} />
      <VersionText id="introduzione" title="Introduzione" text={narrative?.introduction} tools={tools} />
      <VersionText id="principi" title="Principi guida" text={narrative?.principles} tools={tools} />
      <VersionText id="organizzazione" title="Organizzazione" text={narrative?.organisation} tools={tools} />
      <VersionRecords
        id="ruoli"
        title="Chi guida la transizione digitale"
        caption="Ruoli e atti di nomina"
        fields={roleFields}
        rows={roles}
        tools={tools}
      />
      <VersionRecords
        id="uffici"
        title="Uffici che attuano il piano"
        caption="Uffici che attuano il piano"
        fields={officeFields}
        rows={offices}
        tools={tools}
      />
      <VersionChapters version={version} content={content} tools={tools} />
      <VersionInitiatives initiatives={initiatives} tools={tools} />
      <VersionText id="spesa" title="Spesa" text={narrative?.spending} tools={tools} />
      <VersionRecords
        id="voci-di-spesa"
        title="La spesa ICT per anno"
        caption="Spesa ICT per anno, fonte e natura"
        fields={spendingFields}
        rows={spending}
        tools={tools}
      />
      <VersionRecords
        id="pnrr"
        title="Le misure del PNRR"
        caption="Misure PNRR dell’ente"
        fields={fundingProjectFields}
        rows={fundingMeasures}
        tools={tools}
      />
      <VersionText id="conclusioni" title="Conclusioni" text={narrative?.conclusion} tools={tools} />
    </>
  )
}
