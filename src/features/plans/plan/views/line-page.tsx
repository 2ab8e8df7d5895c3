// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { IsoDate } from '../../../../kernel/dates.ts'
import type { Slug, Triennium } from '../../../../kernel/ids.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths, administrationsEntry, DemonstrationNotice } from '../../../administrations/index.ts'
import { type ActionLine, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import type { TailoredLine } from '../model.ts'
import { latenessOf, shownStatus, standingOf } from '../progress/progress.ts'
import type { AdministrationPlan } from '../readers.ts'
import type { LineSheet } from '../tailoring/line-tools.ts'
import { EntrySide } from './entry-side.tsx'
import { NationalSide } from './national-side.tsx'
import { LateTag, StatusTag, VerdictTag } from './tags.tsx'

type LinePageProps = {
  readonly site: Site
  readonly plan: AdministrationPlan
  readonly tailored: TailoredLine
  readonly neighbours: { readonly previous: ActionLine | undefined; readonly next: ActionLine | undefined }
  readonly today: IsoDate
  readonly richText: (markdown: string) => ComponentChildren
  /** What reviewers said of the line; absent: nobody reviews here. */
  readonly comments?: ComponentChildren
  /** Who keeps the entry and how it changed; absent: nobody writes here. */
  readonly sheet?: LineSheet | undefined
  /** What was just done. */
  readonly outcome?: string | undefined
}

const outcomes = {
  salvata: 'Salvato: la scheda è aggiornata.',
  invariata: 'Nessuna modifica: la scheda era già così.',
  rivista: 'Salvato: la scheda non è più da rivedere.',
}

/** One line of action: what the national plan asks, and what the body says of it. */
export function LinePage({
  site,
  plan,
  tailored,
  neighbours,
  today,
  richText,
  sheet,
  comments,
  outcome,
}: LinePageProps) {
  const { administration, tailored: whole } = plan
  const { slug, name } = administration
  const { triennium } = whole.plan
  const { line, entry } = tailored
  const status = shownStatus(tailored)
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${line.code} ${titleOf(line)} · ${name}, piano ${triennium}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: `Piano ${triennium}`, href: planPaths.plan({ slug, triennium }) },
        { label: line.code },
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">
          <span class="t-code">{line.code}</span> {name}
        </p>
        <h1>{titleOf(line)}</h1>
        <p class="t-tags">
          <VerdictTag verdict={standingOf(tailored)} />
          <StatusTag status={status} />
          <LateTag lateness={latenessOf(tailored, today)} />
        </p>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      <Flash outcomes={outcomes} outcome={outcome} />
      <div class="t-halves">
        <NationalSide edition={whole.edition} tailored={tailored} />
        <div>
          <EntrySide slug={slug} entry={entry} status={status} keeper={sheet?.keeper} richText={richText} />
          {sheet?.actions}
          {comments}
          {sheet?.history}
        </div>
      </div>
      <nav class="t-neighbours" aria-label="Linee vicine">
        <Neighbour where={{ slug, triennium }} line={neighbours.previous} direction="previous" />
        <Neighbour where={{ slug, triennium }} line={neighbours.next} direction="next" />
      </nav>
    </Layout>
  )
}

type NeighbourProps = {
  readonly where: { readonly slug: Slug; readonly triennium: Triennium }
  readonly line: ActionLine | undefined
  readonly direction: 'previous' | 'next'
}

function Neighbour({ where, line, direction }: NeighbourProps) {
  if (!line) return <span />
  const previous = direction === 'previous'
  return (
    <a href={planPaths.line({ ...where, code: line.code })} rel={previous ? 'prev' : 'next'}>
      <Icon name={previous ? 'arrow-left' : 'arrow-right'} />
      <span>
        <span class="t-note">
          {previous ? 'Precedente' : 'Successiva'}: {line.code}
        </span>
        {titleOf(line)}
      </span>
    </a>
  )
}
