// SPDX-License-Identifier: AGPL-3.0-or-later
import { DescriptionList } from '../../../ui/description-list.tsx'
import { formatDateOrWords, type Initiative, StatusTag } from '../../plans/index.ts'
import type { VersionTools } from './version-body.tsx'

type VersionTextProps = {
  readonly id: string
  readonly title: string
  readonly text: string | undefined
  readonly tools: VersionTools
}

/** One of the body's own texts, if it wrote one. */
export const VersionText = ({ id, title, text, tools }: VersionTextProps) =>
  text ? (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="t-prose">{tools.richText(text)}</div>
    </section>
  ) : null

type VersionInitiativesProps = { readonly initiatives: readonly Initiative[]; readonly tools: VersionTools }

/** The body's own initiatives, if it has any. */
export const VersionInitiatives = ({ initiatives, tools }: VersionInitiativesProps) =>
  initiatives.length > 0 ? (
    <section aria-labelledby="iniziative">
      <h2 id="iniziative">Le iniziative dell’ente</h2>
      {initiatives.map((initiative, index) => (
        <InitiativeArticle
          key={initiative.title}
          initiative={initiative}
          id={`iniziativa-${index + 1}`}
          tools={tools}
        />
      ))}
    </section>
  ) : null

function InitiativeArticle({ initiative, id, tools }: { initiative: Initiative; id: string; tools: VersionTools }) {
  const { title, description, status, office, responsible, planned, resources, steps, expectedResults, lines } =
    initiative
  return (
    <article class="t-line" id={id}>
      <h3>{title}</h3>
      {status && (
        <p class="t-tags">
          <StatusTag status={status} />
        </p>
      )}
      {description && <div class="t-prose">{tools.richText(description)}</div>}
      <DescriptionList
        facts={[
          ['Ufficio', office],
          ['Responsabile', responsible],
          ['Quando', planned && formatDateOrWords(planned)],
          ['Risorse', resources],
          ['Passi', steps?.length ? <Items items={steps} /> : undefined],
          ['Risultati attesi', expectedResults?.length ? <Items items={expectedResults} /> : undefined],
          ['Linee d’azione', lines?.join(', ')],
        ]}
      />
    </article>
  )
}

const Items = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
