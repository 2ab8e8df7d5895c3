// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { fieldNames, type PrintedTools, printedFacts } from '../../records/index.ts'
import type { Facts } from '../model.ts'
import { factFields } from '../records/fact-fields.ts'

/** The facts that decide which lines bind the body: those declared, and those that nobody has declared yet. */
export function FactsPanel({ facts, tools }: { facts: Facts; tools: PrintedTools }) {
  const missing = fieldNames(factFields).filter((name) => facts[name] === undefined)
  return (
    <section aria-labelledby="fatti">
      <h2 id="fatti">I fatti che decidono quali linee si applicano</h2>
      {Object.keys(facts).length > 0 && <DescriptionList facts={printedFacts(factFields, facts, tools)} />}
      {missing.length > 0 && (
        <details class="t-details">
          <summary>{plural(missing.length, 'fatto non dichiarato', 'fatti non dichiarati')}</summary>
          <p>Le linee che ne dipendono restano da verificare.</p>
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
