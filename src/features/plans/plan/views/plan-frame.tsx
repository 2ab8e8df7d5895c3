// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { paths } from '../../../../ui/paths.ts'
import { Tabs } from '../../../../ui/tabs.tsx'
import { DemonstrationNotice } from '../../../administrations/index.ts'
import type { AdministrationPlan } from '../readers.ts'

type PlanFrameProps = {
  readonly site: Site
  readonly plan: AdministrationPlan
  readonly tab: 'lines' | 'contents' | 'timeline' | 'approval' | 'versions' | 'documents'
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
      section="administrations"
      title={`${title} · ${name}, piano ${triennium}`}
      trail={[
        { label: 'Enti', href: paths.administrations({}) },
        { label: name, href: paths.administration({ slug }) },
        ...(tab === 'lines'
          ? [{ label: `Piano ${triennium}` }]
          : [{ label: `Piano ${triennium}`, href: paths.plan(where) }, { label: title }]),
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
        tabs={[
          { label: 'Linee d’azione', href: paths.plan(where), current: tab === 'lines' },
          { label: 'Contenuti', href: paths.contents(where), current: tab === 'contents' },
          { label: 'Cronologia', href: paths.timeline(where), current: tab === 'timeline' },
          { label: 'Approvazione', href: paths.approval(where), current: tab === 'approval' },
          { label: 'Versioni', href: paths.versions(where), current: tab === 'versions' },
          { label: 'Documenti', href: paths.documents(where), current: tab === 'documents' },
        ]}
      />
      {children}
    </Layout>
  )
}
