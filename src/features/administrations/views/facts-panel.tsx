// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { DescriptionList, type Fact } from '../../../ui/description-list.tsx'
import { anyField, fieldNames, fieldWords, type PrintedTools, printedFacts } from '../../records/index.ts'
import type { Facts } from '../model.ts'
import { factFields } from '../records/fact-fields.ts'
import { type KnownFacts, whyKnown, withKnown } from '../records/known-beforehand.ts'

type FactsPanelProps = { readonly facts: Facts; readonly known: KnownFacts; readonly tools: PrintedTools }

/** The facts that decide which lines bind the body: declared, known beforehand, and those that nobody has declared. */
export function FactsPanel({ facts, known, tools }: FactsPanelProps) {
  const missing = fieldNames(factFields).filter((name) => facts[name] === undefined && !known.has(name))
  const beforehand = [...known].map(
    ([name, fact]): Fact => [
      anyField(factFields, name).label,
      <>
        {fieldWords(factFields, name, withKnown(facts, known))}
        <span class="t-note"> · noto in partenza: {whyKnown(fact)}</span>
      </>,
    ],
  )
  return (
    <section aria-labelledby="fatti">
      <h2 id="fatti">I fatti che decidono quali linee si applicano</h2>
      <DescriptionList facts={[...printedFacts(factFields, facts, tools), ...beforehand]} />
      {missing.length > 0 && (
        <details class="t-details">
          <summary>{plural(missing.length, 'fatto non dichiarato', 'fatti non dichiarati')}</summary>
          <p>Le linee che ne dipendono restano da verificare, o a scelta dell’ente.</p>
          <ul>
            {missing.map((name) => (
              <li key={name}>{factFields[name].label}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
