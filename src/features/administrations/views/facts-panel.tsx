// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { type FactName, type Facts, FactsSchema } from '../model.ts'

/** The facts that decide which lines bind the body: those declared, and those that nobody has declared yet. */
export function FactsPanel({ facts }: { facts: Facts }) {
  const names = Object.keys(FactsSchema.shape) as FactName[]
  const declared = names.filter((name) => facts[name] !== undefined)
  const missing = names.filter((name) => facts[name] === undefined)
  return (
    <section aria-labelledby="fatti">
      <h2 id="fatti">I fatti che decidono quali linee si applicano</h2>
      {declared.length > 0 && (
        <DescriptionList facts={declared.map((name) => [questionOf(name), answerOf(facts[name])])} />
      )}
      {missing.length > 0 && (
        <details class="t-details">
          <summary>{plural(missing.length, 'fatto non dichiarato', 'fatti non dichiarati')}</summary>
          <p>Le linee che ne dipendono restano da verificare.</p>
          <ul>
            {missing.map((name) => (
              <li key={name}>{questionOf(name)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function questionOf(name: FactName): string {
  if (name === 'dataCentreGroup') return 'Gruppo del data center di proprietà'
  return FactsSchema.shape[name].description ?? name
}

function answerOf(value: Facts[FactName]): string {
  if (typeof value === 'boolean') return value ? 'Sì' : 'No'
  return value === 'none' ? 'Nessuno' : `Gruppo ${value}`
}
