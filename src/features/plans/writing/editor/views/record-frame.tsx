// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../../../ui/page/layout.tsx'
import type { Site } from '../../../../../ui/page/site.ts'
import { administrationPaths, administrationsEntry, DemonstrationNotice } from '../../../../administrations/index.ts'
import type { RecordOwner } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { headingOf, type RecordSheet } from '../record-form.ts'

type RecordFrameProps<Content extends object, More, Owner extends RecordOwner> = {
  readonly site: Site
  readonly sheet: RecordSheet<Content, More, Owner>
  /** What the browser’s tab says before the heading: `Errore`. */
  readonly state?: string | undefined
  readonly children: ComponentChildren
}

/** What the pages that write one record have in common: whose it is, of which plan. */
export function RecordFrame<Content extends object, More, Owner extends RecordOwner>(
  props: RecordFrameProps<Content, More, Owner>,
) {
  const { site, sheet, state, children } = props
  const { administration, form } = sheet
  const { slug, name, demonstration } = administration
  const plan = form.kind.scope === 'plan' ? sheet.plan : undefined
  const whose = plan ? `${name}, piano ${plan.triennium}` : name
  const heading = headingOf(sheet)
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${state ? `${state}: ` : ''}${[form.code, heading].filter(Boolean).join(' ')} · ${whose}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        ...(plan
          ? [{ label: `Piano ${plan.triennium}`, href: planPaths.plan({ slug, triennium: plan.triennium }) }]
          : []),
        ...form.trail,
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">
          {form.code && <span class="t-code">{form.code}</span>} {whose}
        </p>
        <h1>{heading}</h1>
        {form.Tags && (
          <p class="t-tags">
            <form.Tags sheet={sheet} />
          </p>
        )}
        {form.lead && <p class="lead">{form.lead}</p>}
      </div>
      {demonstration && <DemonstrationNotice />}
      {children}
    </Layout>
  )
}
