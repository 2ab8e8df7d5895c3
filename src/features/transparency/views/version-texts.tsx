// SPDX-License-Identifier: AGPL-3.0-or-later
import { DescriptionList } from '../../../ui/description-list.tsx'
import { type Initiative, initiativeFields, StatusTag } from '../../plans/index.ts'
import { printedFacts } from '../../records/index.ts'
import { publicTools } from './public-tools.ts'
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
  const { title, description, status } = initiative
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
        facts={printedFacts(initiativeFields, initiative, publicTools(tools), ['title', 'description', 'status'])}
      />
    </article>
  )
}
