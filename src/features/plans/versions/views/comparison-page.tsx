// SPDX-License-Identifier: AGPL-3.0-or-later

import { plural } from '../../../../kernel/text.ts'
import { SelectField } from '../../../../ui/forms/form-fields.tsx'
import { KeyFigures } from '../../../../ui/key-figures.tsx'
import { planPaths } from '../../addresses.ts'
import { type AdministrationPlan, type PlanAddress, PlanFrame, type PlanSite } from '../../plan/index.ts'
import type { DocumentLinks } from '../document-links.ts'
import { type ChangeGroup, countChanges, groupChanges } from '../group-changes.ts'
import { versionsTab } from '../menu.ts'
import type { Comparison } from '../read-versions.ts'
import { referenceName, referenceWord } from '../version-reference.ts'
import { ChangeList } from './change-list.tsx'

type ComparisonPageProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  readonly comparison: Comparison
  /** The side of the plan that is shown; absent, or one without changes: all of them. */
  readonly part?: string | undefined
  readonly documents: DocumentLinks
}

/** What changed from one version to another: how much, then part by part and field by field. */
export function ComparisonPage({ site, plan, comparison, part, documents }: ComparisonPageProps) {
  const { administration, tailored } = plan
  const { before, after, changes } = comparison
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const [from, to] = [referenceName(before, where.triennium), referenceName(after, where.triennium)]
  const groups = groupChanges(changes)
  const chosen = groups.filter(({ id }) => id === part)
  const shown = chosen.length > 0 ? chosen : groups
  const { added, removed, changed } = countChanges(changes)
  const words = { da: referenceWord(before, where.triennium), a: referenceWord(after, where.triennium) }
  return (
    <PlanFrame site={site} plan={plan} tab={versionsTab} title={`Confronto: ${from} – ${to}`}>
      <h2>
        Da «{from}» a «{to}»
      </h2>
      {changes.length === 0 ? (
        <p class="t-empty">
          Il contenuto è lo stesso. <a href={planPaths.versions(where)}>Torna alle versioni</a>
        </p>
      ) : (
        <>
          <KeyFigures
            figures={[
              { value: String(changed), label: changed === 1 ? 'parte modificata' : 'parti modificate' },
              { value: String(added), label: added === 1 ? 'parte aggiunta' : 'parti aggiunte', tone: 'success' },
              { value: String(removed), label: removed === 1 ? 'parte tolta' : 'parti tolte', tone: 'danger' },
            ]}
          />
          <Downloads where={where} words={words} documents={documents} />
          <PartFilter where={where} words={words} groups={groups} part={part} />
          {shown.map((group) => (
            <section key={group.id} aria-labelledby={group.id}>
              <h2 id={group.id}>
                {group.title} <span class="t-number">{plural(group.changes.length, 'parte', 'parti')}</span>
              </h2>
              <ChangeList {...group} />
            </section>
          ))}
        </>
      )}
    </PlanFrame>
  )
}

type Addressed = { readonly where: PlanAddress; readonly words: { readonly da: string; readonly a: string } }

const formats = ['pdf', 'docx', 'odt', 'html'] as const

const Downloads = ({ where, words, documents }: Addressed & { readonly documents: DocumentLinks }) => (
  <p>
    Quadro di raffronto da allegare all’atto:{' '}
    {formats.map((format, index) => (
      <>
        {index > 0 && ', '}
        <a key={format} href={documents.comparisonDocument({ ...where, format }, words)} download>
          {format.toUpperCase()}
          <span class="visually-hidden"> del quadro di raffronto</span>
        </a>
      </>
    ))}
  </p>
)

type PartFilterProps = Addressed & { readonly groups: readonly ChangeGroup[]; readonly part: string | undefined }

const PartFilter = ({ where, words, groups, part }: PartFilterProps) => (
  <form class="t-filter" method="get" action={planPaths.comparison(where)}>
    <input type="hidden" name="da" value={words.da} />
    <input type="hidden" name="a" value={words.a} />
    <SelectField
      name="parte"
      label="Mostra"
      none="Tutto il piano"
      options={groups.map(({ id, title, changes }) => [id, `${title} (${changes.length})`])}
      value={part}
    />
    <button type="submit" class="btn btn-outline-primary">
      Mostra
    </button>
  </form>
)
