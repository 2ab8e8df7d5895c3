// SPDX-License-Identifier: AGPL-3.0-or-later

import { DescriptionList } from '../../../../ui/description-list.tsx'
import { describeTiming, type Edition, type ExpectedResult, lawOnLine } from '../../../catalogue/index.ts'
import type { TailoredLine } from '../model.ts'
import { ownVerdictWords } from '../progress/progress.ts'
import { describeAddressees } from './addressees.ts'
import { VerdictTag } from './tags.tsx'

/** What the national plan asks: the line's text, when it binds and whom, and why it binds this body or does not. */
export function NationalSide({ edition, tailored }: { edition: Edition; tailored: TailoredLine }) {
  const { line, applicability } = tailored
  const own = ownVerdictWords(tailored)
  const chapter = edition.chapters.find(({ number }) => number === line.chapter)
  const objective = edition.objectives.find(({ code }) => code === line.objective)
  const results = edition.results.filter(({ code }) => line.results.includes(code))
  return (
    <section aria-labelledby="nazionale">
      <h2 id="nazionale">Che cosa chiede il Piano nazionale</h2>
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
          lawOnLine(line, applicability.law),
          ['A chi si rivolge', describeAddressees(line.addressees)],
          [
            'Per l’ente',
            <>
              <VerdictTag verdict={applicability.verdict} />
              <span class="t-reason">{applicability.reason}</span>
              {own && <span class="t-reason">{own}.</span>}
            </>,
          ],
          ['Capitolo', chapter && `${chapter.number}. ${chapter.title}`],
          ['Obiettivo', objective && `${objective.code} ${objective.title}`],
          ['Risultati attesi', results.length > 0 ? <Results results={results} /> : undefined],
        ]}
      />
    </section>
  )
}

const Results = ({ results }: { results: readonly ExpectedResult[] }) => (
  <ul class="t-results">
    {results.map(({ code, title, targets }) => (
      <li key={code}>
        {code} {title}
        {targets.length > 0 && (
          <ul>
            {targets.map(({ year, text }) => (
              <li key={`${year} ${text}`}>
                <strong>{year}</strong>: {text}
              </li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
)
