// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../../ui/layout.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import { DemonstrationNotice } from '../../../administrations/index.ts'
import type { WorkingPlan } from '../readers.ts'

type PartFrameProps = {
  readonly site: Site
  readonly plan: WorkingPlan
  /** The part's name: the heading, and the last word of the trail. */
  readonly heading: string
  /** What the browser's tab says before the heading: `Errore`. */
  readonly state?: string | undefined
  readonly lead?: string
  readonly children: ComponentChildren
}

/** What the pages that write one part of a plan have in common: whose it is, of which plan. */
export function PartFrame({ site, plan, heading, state, lead, children }: PartFrameProps) {
  const { slug, name, demonstration } = plan.administration
  const { triennium } = plan.tailored.plan
  const where = { slug, triennium }
  return (
    <Layout
      site={site}
      section="administrations"
      title={`${state ? `${state}: ` : ''}${heading} · ${name}, piano ${triennium}`}
      trail={[
        { label: 'Enti', href: paths.administrations({}) },
        { label: name, href: paths.administration({ slug }) },
        { label: `Piano ${triennium}`, href: paths.plan(where) },
        { label: 'Contenuti', href: paths.contents(where) },
        { label: heading },
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">
          {name}, piano {triennium}
        </p>
        <h1>{heading}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {demonstration && <DemonstrationNotice />}
      {children}
    </Layout>
  )
}
