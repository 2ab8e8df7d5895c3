// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../../kernel/dates.ts'
import type { Slug, Triennium } from '../../../../../kernel/ids.ts'
import { plural } from '../../../../../kernel/text.ts'
import { type Column, DataTable } from '../../../../../ui/data-table.tsx'
import { Flash } from '../../../../../ui/page/flash.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { contentsSections } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { PlanFrame, type PlanSite, planActions } from '../../../plan/index.ts'
import { contentsTab } from '../../menu.ts'
import type { ChapterEntries, LastChange, ListedPart, NumberedList, PlanContents } from '../readers.ts'
import { ContentsLinks } from './contents-links.tsx'
import { GoneRecords } from './gone-records.tsx'

/** What was just done, as the address tells it. */
export type ContentsOutcome = {
  readonly esito?: string | undefined
  readonly parte?: string | undefined
  /** Lines whose verdict changed. */
  readonly cambiate?: string | undefined
}

type ContentsPageProps = {
  readonly site: PlanSite
  readonly contents: PlanContents
  readonly outcome: ContentsOutcome
}

type Section = NonNullable<ListedPart['section']>

const sectionTitle: Record<Section, string> = {
  body: 'L’ente',
  texts: 'I testi',
  chapters: 'I capitoli e le linee d’azione',
  initiatives: 'Le iniziative proprie',
  money: 'Le risorse',
}

/** All that a plan is made of: what is written, what is not, who changed it last, and the way to each form. */
export function ContentsPage({ site, contents, outcome }: ContentsPageProps) {
  const { plan, parts, chapters, numbered } = contents
  const { slug } = plan.administration
  const where = { slug, triennium: plan.tailored.plan.triennium }
  return (
    <PlanFrame site={site} plan={plan} tab={contentsTab} title="Contenuti">
      <Flash outcomes={outcomesOf(contents, outcome)} outcome={outcome.esito} />
      <ContentsLinks contents={contents} />
      {contentsSections.map((section) => (
        <section key={section} aria-labelledby={`gruppo-${section}`}>
          <h2 id={`gruppo-${section}`}>{sectionTitle[section]}</h2>
          {section === 'body' && <p class="t-note">Valgono per tutti i piani dell’ente.</p>}
          <PartTable
            where={where}
            title={sectionTitle[section]}
            parts={parts.filter((part) => part.section === section)}
          />
          {section === 'chapters' && <ChapterTable where={where} chapters={chapters} />}
          {numbered
            .filter((list) => list.section === section)
            .map((list) => (
              <Numbers key={list.kind} list={list} where={where} />
            ))}
        </section>
      ))}
    </PlanFrame>
  )
}

/** What each outcome says of the part that it is about. */
function outcomesOf({ parts, numbered }: PlanContents, { parte, cambiate = '' }: ContentsOutcome) {
  const label = parts.find(({ part }) => part === parte)?.label
  const words = numbered.find(({ kind }) => kind === parte)?.words
  const about = label ? `«${label}»: ` : ''
  const lines = /^\d{1,3}$/.test(cambiate) ? Number(cambiate) : undefined
  const effect = lines === undefined ? '' : lines === 0 ? verdictsKept : verdictsChanged(lines)
  return {
    salvata: `${about}salvato.${effect}`,
    invariata: `${about}niente da salvare, non era cambiato niente.`,
    eliminata: words?.taken ?? 'Tolto dal piano: si può ripristinare.',
    ripristinata: words?.restored ?? 'Ripristinato.',
    edizione: 'Il piano è passato alla nuova edizione.',
  }
}

const verdictsKept = ' Nessuna linea ha cambiato applicabilità.'
const verdictsChanged = (lines: number): string =>
  ` ${plural(lines, 'linea ha', 'linee hanno')} cambiato applicabilità.`

/** What people do with records that they add and take away. */
function Numbers({ list, where: { slug } }: { readonly list: NumberedList; readonly where: Where }) {
  const add = useViewer().may(planActions.write, { slug }) ? list.add : undefined
  return (
    <>
      {add !== undefined && (
        <p class="t-after">
          <a class="btn btn-outline-primary" href={add}>
            {list.words.add}
          </a>
        </p>
      )}
      <GoneRecords list={list} writes={add !== undefined} />
    </>
  )
}

type Where = { readonly slug: Slug; readonly triennium: Triennium }

function PartTable({ where, title, parts }: { where: Where; title: string; parts: readonly ListedPart[] }) {
  const writes = useViewer().may(planActions.write, { slug: where.slug })
  if (parts.length === 0) return null
  const columns: readonly [Column<ListedPart>, ...Column<ListedPart>[]] = [
    { heading: 'Parte', cell: ({ label, detail }) => <Name label={label} detail={detail} />, wide: true },
    { heading: 'Stato', cell: (part) => <PartTags part={part} /> },
    { heading: 'Ultima modifica', cell: ({ last }) => <Changed last={last} /> },
    ...(writes
      ? [
          {
            heading: 'Che cosa fare',
            cell: ({ page, label, written, changeable }: ListedPart) => (
              <a href={page}>
                {changeable ? (written ? 'Modifica' : 'Scrivi') : 'Leggi'}
                <span class="visually-hidden"> «{label}»</span>
              </a>
            ),
          },
        ]
      : []),
  ]
  return <DataTable caption={title} columns={columns} rows={parts} rowKey={({ part }) => part} />
}

const Name = ({ label, detail }: { label: string; detail: string | undefined }) => (
  <>
    <span class="t-row-title">{label}</span>
    {detail && <span class="t-note">{detail}</span>}
  </>
)

const PartTags = ({ part: { written, draft } }: { part: ListedPart }) => (
  <>
    {written ? (
      <Tag tone="success" icon="check" label="Scritto" />
    ) : (
      <Tag tone="quiet" icon="minus-circle" label="Vuoto" />
    )}
    {draft && <Tag tone="info" icon="pencil" label="Hai una bozza" />}
  </>
)

const Changed = ({ last }: { last: LastChange | undefined }) =>
  last ? (
    <>
      {formatInstant(last.at)}
      <span class="t-note">{last.by}</span>
    </>
  ) : (
    <span class="t-note">–</span>
  )

/** The entries are not listed here one by one: how many are written of each chapter, and the way to them. */
function ChapterTable({ where, chapters }: { where: Where; chapters: readonly ChapterEntries[] }) {
  const list = (number: number): string => planPaths.plan(where, { capitolo: String(number) })
  return (
    <>
      <h3 class="h5 t-after">Le schede</h3>
      <DataTable
        caption="Le schede delle linee d’azione, capitolo per capitolo"
        columns={[
          { heading: 'Capitolo', cell: ({ number, title }) => `${number}. ${title}`, wide: true },
          { heading: 'Scritte', cell: ({ written, binding }): ComponentChildren => `${written} su ${binding}` },
          {
            heading: 'Da rivedere',
            cell: ({ toReview }) =>
              toReview > 0 ? <Tag tone="warning" icon="refresh" label={String(toReview)} /> : 'nessuna',
          },
          {
            heading: 'Che cosa fare',
            cell: ({ number }) => (
              <a href={list(number)}>
                Vai alle schede<span class="visually-hidden"> del capitolo {number}</span>
              </a>
            ),
          },
        ]}
        rows={chapters}
        rowKey={({ number }) => String(number)}
      />
    </>
  )
}
