// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { Layout } from '../../../../ui/page/layout.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { administrationPaths, administrationsEntry, DemonstrationNotice } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { linesTab, type PlanSite, type PlanTab } from '../menu.ts'
import type { AdministrationPlan } from '../readers.ts'

type PlanFrameProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  /** Where the page is. */
  readonly tab: PlanTab
  /** What the browser's tab says before the plan's name. */
  readonly title: string
  readonly children: ComponentChildren
}

/** What the pages of one plan have in common: whose it is, and the way to its other sides. */
export function PlanFrame({ site, plan, tab, title, children }: PlanFrameProps) {
  const { administration, tailored } = plan
  const { slug, name } = administration
  const { triennium } = tailored.plan
  const where = { slug, triennium }
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${title} · ${name}, piano ${triennium}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        ...(tab === linesTab
          ? [{ label: `Piano ${triennium}` }]
          : [{ label: `Piano ${triennium}`, href: planPaths.plan(where) }, { label: title }]),
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>
          Piano triennale per l’informatica <span class="t-nowrap">{triennium}</span>
        </h1>
        <p class="t-note">{tailored.edition.title}</p>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      <Tabs
        label="Pagine del piano"
        tabs={site.planTabs.map((one) => ({ label: one.label, href: one.address(where), current: one === tab }))}
      />
      {children}
    </Layout>
  )
}
