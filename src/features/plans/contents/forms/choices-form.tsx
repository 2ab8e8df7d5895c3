// SPDX-License-Identifier: AGPL-3.0-or-later
import { FieldGroup, RadioButton } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { type Choices, titleOf, withTitle } from '../../../catalogue/index.ts'
import type { TailoredLine, TailoredPlan } from '../../plan/model.ts'
import type { TypedFields } from '../../writing/typed-values.ts'
import { choicesPart } from '../choices-part.ts'
import type { FormFieldsProps, PartForm } from '../part-form.ts'

const answers = [
  ['si', 'L’ente la attua'],
  ['no', 'L’ente non la attua'],
  ['', 'Ancora da decidere'],
] as const

/** The form of what a body decides on the lines that it may do or not. */
export function choicesForm({ edition, chapters }: TailoredPlan): PartForm<Choices> {
  const kind = choicesPart(edition)
  const lines = chapters.flatMap((chapter) => chapter.lines).filter(({ line }) => line.code in kind.labels)
  return {
    kind,
    key: '',
    title: 'Linee facoltative',
    lead: 'Queste linee chiedono una scelta: l’ente può attuarle o no. Finché non decide, restano da verificare.',
    type: (content = {}) =>
      Object.fromEntries(Object.entries(content).map(([code, choice]) => [code, choice ? 'si' : 'no'])),
    read: (fields) => ({ value: readChoices(fields, lines), problems: [] }),
    labels: () => kind.labels,
    words: (code, content) => (content?.[code] === undefined ? '' : content[code] ? 'Sì' : 'No'),
    Fields: (props) => <ChoiceFields {...props} lines={lines} />,
  }
}

const readChoices = (fields: TypedFields, lines: readonly TailoredLine[]): Choices =>
  Object.fromEntries(
    lines.flatMap(({ line: { code } }) =>
      fields[code] === 'si' || fields[code] === 'no' ? [[code, fields[code] === 'si'] as const] : [],
    ),
  )

const ChoiceFields = ({ fields, problems, lines }: FormFieldsProps & { readonly lines: readonly TailoredLine[] }) => (
  <>
    {lines.map(({ line, applicability }) => (
      <FieldGroup
        key={line.code}
        name={line.code}
        legend={withTitle(line.code, titleOf(line))}
        hint={[line.summary, applicability.reason].filter(Boolean).join(' · ')}
        error={faultOf(problems, line.code)}
      >
        <div class="t-answers">
          {answers.map(([value, words]) => (
            <RadioButton key={value} name={line.code} value={value} checked={(fields[line.code] ?? '') === value}>
              {words}
            </RadioButton>
          ))}
        </div>
      </FieldGroup>
    ))}
  </>
)
