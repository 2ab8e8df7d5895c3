// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactsContent, factsKind } from '../../../administrations/index.ts'
import { assessEdition, type Catalogue } from '../../../catalogue/index.ts'
import type { RecordOwner } from '../../../records/index.ts'
import type { EditedBody, RecordForm, SavedChange } from '../editor/record-form.ts'
import { bodyForm } from './contents-form.ts'
import { type FactsShown, readFacts } from './read-facts.ts'
import { FactQuestions } from './views/fact-questions.tsx'

/** How the facts that decide which lines bind a body are written, each with the lines that it decides. */
export const factsForm =
  (catalogue: Catalogue) =>
  (edited: EditedBody): RecordForm<FactsContent, FactsShown, RecordOwner> => ({
    ...bodyForm<FactsContent, FactsShown>(edited, factsKind, 'Domande sull’ente', (change) => ({
      cambiate: String(changedVerdicts(change)),
    })),
    comparesPlan: true,
    lead: 'Le risposte decidono quali linee del Piano nazionale riguardano l’ente. Finché una non si sa, le linee che ne dipendono restano da verificare. Valgono per tutti i piani dell’ente.',
    load: (reader, edited) => readFacts(reader, edited, catalogue),
    Layout: (props) => <FactQuestions {...props} />,
  })

/** How many lines bind a body otherwise than before. */
export function changedVerdicts({ before, after }: SavedChange<RecordOwner>): number {
  const verdicts = ({ administration, plan, edition }: EditedBody, choices = plan?.choices) =>
    assessEdition(administration, administration.facts, choices, edition)
  const [was, is] = [verdicts(before), verdicts(after)]
  return before.edition.lines.filter(({ code }) => was.get(code)?.verdict !== is.get(code)?.verdict).length
}
