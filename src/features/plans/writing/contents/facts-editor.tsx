// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { type FactsContent, factsKind } from '../../../administrations/index.ts'
import { type ActionLine, assessEdition, type Edition, titleOf } from '../../../catalogue/index.ts'
import { fieldNames, type RecordOwner } from '../../../records/index.ts'
import type { EditedBody, RecordForm, SavedChange } from '../editor/record-form.ts'
import { type FieldsProps, RecordField } from '../editor/views/record-fields.tsx'
import { bodyForm } from './contents-form.ts'

/** How the facts that decide which lines bind a body are written, each with the lines that it decides. */
export const factsForm = (edited: EditedBody): RecordForm<FactsContent, unknown, RecordOwner> => ({
  ...bodyForm(edited, factsKind, 'Fatti che decidono quali linee si applicano', (change) => ({
    cambiate: String(changedVerdicts(change)),
  })),
  comparesPlan: true,
  lead: 'Finché un fatto non si sa, le linee che ne dipendono restano da verificare. I fatti sono dell’ente: valgono per tutti i suoi piani.',
  Layout: (props) => <FactFields {...props} lines={edited.edition.lines} />,
})

/** How many lines bind a body otherwise than before. */
export function changedVerdicts({ before, after }: SavedChange<RecordOwner>): number {
  const verdicts = ({ administration, plan, edition }: EditedBody, choices = plan?.choices) =>
    assessEdition(administration, administration.facts, choices, edition)
  const [was, is] = [verdicts(before), verdicts(after)]
  return before.edition.lines.filter(({ code }) => was.get(code)?.verdict !== is.get(code)?.verdict).length
}

type FactFieldsProps = FieldsProps<FactsContent> & { readonly lines: Edition['lines'] }

/** What is still to be said comes first; what decides no line of the edition is folded away. */
function FactFields({ lines, ...props }: FactFieldsProps) {
  const decidedBy = (fact: keyof FactsContent) =>
    lines.filter(({ addressees }) =>
      fact === 'population'
        ? addressees?.population !== undefined
        : addressees?.conditions?.some((asked) => asked.fact === fact),
    )
  const groups = Map.groupBy(fieldNames(props.kind.fields), (fact) =>
    decidedBy(fact).length === 0 && fact !== 'population'
      ? 'idle'
      : props.fields[fact] === undefined
        ? 'open'
        : 'known',
  )
  const questions = (facts: readonly (keyof FactsContent)[] = []) =>
    facts.map((fact) => (
      <div key={fact} class="t-question">
        <RecordField {...props} name={fact} />
        <DecidedLines lines={decidedBy(fact)} />
      </div>
    ))
  const idle = groups.get('idle') ?? []
  return (
    <>
      {groups.has('open') && <h2>Da dire</h2>}
      {questions(groups.get('open'))}
      {groups.has('known') && <h2>Già detti</h2>}
      {questions(groups.get('known'))}
      {idle.length > 0 && (
        <details class="t-details">
          <summary>
            {plural(idle.length, 'fatto che non decide', 'fatti che non decidono')} linee di questa edizione
          </summary>
          {questions(idle)}
        </details>
      )}
    </>
  )
}

/** What people come for: the lines that a fact decides. */
function DecidedLines({ lines }: { readonly lines: readonly ActionLine[] }) {
  if (lines.length === 0) return null
  return (
    <details class="t-details">
      <summary>Decide {plural(lines.length, 'linea', 'linee')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line.code}>
            <span class="t-code">{line.code}</span> {titleOf(line)}
          </li>
        ))}
      </ul>
    </details>
  )
}
