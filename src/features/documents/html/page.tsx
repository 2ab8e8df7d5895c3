// SPDX-License-Identifier: AGPL-3.0-or-later
import { h } from 'preact'
import { formatLongDate } from '../../../kernel/dates.ts'
import type { Cover, DocumentModel, Section } from '../model.ts'
import { Blocks } from './blocks.tsx'

/** Levels that the table of contents lists: parts, chapters, objectives. */
const contentsDepth = 3

/** The style sheet and the content policy of the page. */
export type PageStyle = { readonly css: string; readonly policy: string }

export const Page = ({ model, style }: { model: DocumentModel; style: PageStyle }) => (
  <html lang={model.metadata.language}>
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={style.policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{model.metadata.title}</title>
      <meta name="author" content={model.metadata.administration} />
      <meta name="description" content={model.metadata.description} />
      <meta name="keywords" content={model.metadata.keywords.join(', ')} />
      <style dangerouslySetInnerHTML={{ __html: style.css }} />
    </head>
    <body>
      <a class="skip" href="#contenuto">
        Vai al contenuto
      </a>
      <CoverHeader cover={model.cover} />
      <div class="columns">
        <nav aria-labelledby="indice">
          <h2 id="indice">Indice</h2>
          <Contents sections={model.sections} depth={1} />
        </nav>
        <main id="contenuto" tabindex={-1}>
          {model.sections.map((section) => (
            <SectionBody section={section} level={2} />
          ))}
        </main>
      </div>
      <footer>
        <p>
          {model.metadata.administration}, {formatLongDate(model.metadata.date)}. Impronta del piano (SHA-256):{' '}
          <code>{model.metadata.planHash}</code>
        </p>
      </footer>
    </body>
  </html>
)

const CoverHeader = ({ cover }: { cover: Cover }) => (
  <header>
    <p class="administration">{cover.administration}</p>
    <h1>
      {cover.title} {cover.subtitle !== '' && <span>{cover.subtitle}</span>}
    </h1>
    {cover.draft !== undefined && (
      <p class="notice">
        <strong>{cover.draft}</strong>
      </p>
    )}
    <dl>
      {cover.facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {cover.notice && (
      <p class="notice">
        <strong>{cover.notice}</strong>
      </p>
    )}
  </header>
)

const Contents = ({ sections, depth }: { sections: readonly Section[]; depth: number }) => (
  <ul>
    {sections.map((section) => (
      <li>
        <a href={`#${section.id}`}>{section.title}</a>
        {depth < contentsDepth && section.sections.length > 0 && (
          <Contents sections={section.sections} depth={depth + 1} />
        )}
      </li>
    ))}
  </ul>
)

/** A section under its heading; `level` is the heading's, 2 to 6. */
const SectionBody = ({ section, level }: { section: Section; level: number }) => (
  <section class={section.newPage ? 'new-page' : undefined}>
    {h(`h${Math.min(level, 6)}`, { id: section.id }, section.title)}
    <Blocks blocks={section.blocks} />
    {section.sections.map((inner) => (
      <SectionBody section={inner} level={level + 1} />
    ))}
  </section>
)
