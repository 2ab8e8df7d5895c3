// SPDX-License-Identifier: AGPL-3.0-or-later
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { describeTiming, dutiesOn, lawOnLine, titleOf } from '../../catalogue/index.ts'
import { planPaths, StatusTag } from '../../plans/index.ts'
import { transparencyPaths } from '../../transparency/index.ts'
import { searchPaths } from '../addresses.ts'
import type { LinePlan, NationalLineSheet } from '../readers.ts'

/** The page of a national line, with the plans that tell what a body does about it. */
export function NationalLinePage({ site, sheet }: { site: Site; sheet: NationalLineSheet }) {
  const { edition, line, plans, published } = sheet
  const { code } = line
  const chapter = edition.chapters.find(({ number }) => number === line.chapter)
  const objective = edition.objectives.find((one) => one.code === line.objective)
  return (
    <Layout
      site={site}
      title={`${code} ${titleOf(line)} · ${edition.title}`}
      trail={[{ label: 'Ricerca', href: searchPaths.search({}) }, { label: code }]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">
          <span class="t-code">{code}</span> {edition.title}
        </p>
        <h1>{titleOf(line)}</h1>
      </div>
      {line.summary && <p class="t-summary">{line.summary}</p>}
      {line.officialText && (
        <blockquote class="t-official">
          <p>{line.officialText}</p>
          <footer>Testo ufficiale, {edition.title}</footer>
        </blockquote>
      )}
      <DescriptionList
        facts={[
          ['Quando', describeTiming(line)],
          lawOnLine(line, dutiesOn(edition, code)),
          ['Capitolo', chapter && `${chapter.number}. ${chapter.title}`],
          ['Obiettivo', objective && `${objective.code} ${objective.title}`],
        ]}
      />
      <Plans
        id="piani"
        title="Nei piani che puoi leggere"
        plans={plans}
        address={({ body, triennium }) => planPaths.line({ slug: body.slug, triennium, code })}
      />
      <Plans
        id="pubblicati"
        title="Nei piani pubblicati"
        plans={published}
        address={({ body, triennium }) => `${transparencyPaths.publishedPlan({ slug: body.slug, triennium })}#${code}`}
      />
    </Layout>
  )
}

type PlansProps = {
  readonly id: string
  readonly title: string
  readonly plans: readonly LinePlan[]
  readonly address: (plan: LinePlan) => string
}

/** Shows nothing for an empty list. */
const Plans = ({ id, title, plans, address }: PlansProps) =>
  plans.length > 0 ? (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="t-columns">
        {plans.map((plan) => (
          <li key={`${plan.body.slug} ${plan.triennium}`}>
            <a href={address(plan)}>
              {plan.body.name}, <span class="t-nowrap">{plan.triennium}</span>
            </a>{' '}
            {plan.status && <StatusTag status={plan.status} />}
          </li>
        ))}
      </ul>
    </section>
  ) : null
