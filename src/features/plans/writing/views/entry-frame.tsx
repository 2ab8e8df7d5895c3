// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../../ui/layout.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import { DemonstrationNotice } from '../../../administrations/index.ts'
import { titleOf } from '../../../catalogue/index.ts'
import { VerdictTag } from '../../plan/views/tags.tsx'
import type { EntryForm } from '../readers.ts'

type EntryFrameProps = {
  readonly site: Site
  readonly form: Pick<EntryForm, 'administration' | 'plan' | 'tailored'>
  /** What is done with the entry, for the browser's tab and the trail. */
  readonly title: string
  readonly children: ComponentChildren
}

/** What the pages that change one entry have in common: whose it is, of which line. */
export function EntryFrame({ site, form, title, children }: EntryFrameProps) {
  const { administration, plan, tailored } = form
  const { slug, name } = administration
  const { triennium } = plan
  const { line, applicability } = tailored
  return (
    <Layout
      site={site}
      section="administrations"
      title={`${title} ${line.code} ${titleOf(line)} · ${name}, piano ${triennium}`}
      trail={[
        { label: 'Enti', href: paths.administrations({}) },
        { label: name, href: paths.administration({ slug }) },
        { label: `Piano ${triennium}`, href: paths.plan({ slug, triennium }) },
        { label: line.code, href: paths.line({ slug, triennium, code: line.code }) },
        { label: 'Modifica' },
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">
          <span class="t-code">{line.code}</span> {name}, piano {triennium}
        </p>
        <h1>{titleOf(line)}</h1>
        <p class="t-tags">
          <VerdictTag verdict={applicability.verdict} />
        </p>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      {children}
    </Layout>
  )
}
