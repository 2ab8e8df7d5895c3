// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { measureProgress, type TailoredChapter } from '../../plans/index.ts'
import type { PublishedContent, PublishedVersion } from '../model.ts'
import { shownChapters } from '../rules.ts'
import { PublishedLine } from './published-line.tsx'
import type { VersionTools } from './version-body.tsx'

type VersionChaptersProps = {
  readonly version: PublishedVersion
  readonly content: PublishedContent
  readonly tools: VersionTools
}

/** The lines that concern the body, chapter by chapter, each with what it does. */
export function VersionChapters({ version, content: { profile, tailored }, tools }: VersionChaptersProps) {
  const texts = profile.plan.narrative?.chapters ?? {}
  const chapters = shownChapters(tailored.chapters).filter(
    ({ chapter, lines }) => lines.length > 0 || texts[String(chapter.number)],
  )
  const all = tailored.chapters.flatMap(({ lines }) => lines)
  const {
    'does-not-apply': others,
    'to-verify': open,
    'to-choose': free,
  } = measureProgress(all, version.approvedOn).standings
  return (
    <section aria-labelledby="linee">
      <h2 id="linee">Le linee d’azione</h2>
      <ChapterIndex chapters={chapters} />
      {chapters.map(({ chapter, lines }) => {
        const text = texts[String(chapter.number)]
        return (
          <section key={chapter.number} class="t-chapter" aria-labelledby={`capitolo-${chapter.number}`}>
            <h3 id={`capitolo-${chapter.number}`}>
              <span>Capitolo {chapter.number}</span> {chapter.title}
            </h3>
            {text && <div class="t-prose">{tools.richText(text)}</div>}
            {lines.map((line) => (
              <PublishedLine key={line.line.code} line={line} tools={tools} />
            ))}
          </section>
        )
      })}
      {open > 0 && (
        <p class="t-note">
          {plural(open, 'linea è', 'linee sono')} da verificare: non si sa ancora se riguardano l’ente.
        </p>
      )}
      {free > 0 && (
        <p class="t-note">
          {plural(free, 'linea è', 'linee sono')} a scelta dell’ente, che non ha ancora deciso se attuarle.
        </p>
      )}
      {others > 0 && (
        <p class="t-note">
          {plural(
            others,
            'altra linea del Piano nazionale non riguarda',
            'altre linee del Piano nazionale non riguardano',
          )}{' '}
          l’ente: i documenti dicono quali e perché.
        </p>
      )}
    </section>
  )
}

/** Links to the chapters of a long page. */
const ChapterIndex = ({ chapters }: { chapters: readonly TailoredChapter[] }) => (
  <nav class="t-screen-only" aria-label="Capitoli">
    <ul class="t-links">
      {chapters.map(({ chapter: { number, title } }) => (
        <li key={number}>
          <a href={`#capitolo-${number}`}>
            {number}. {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
