// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../../kernel/money.ts'
import { plural } from '../../../../kernel/text.ts'
import { FieldGroup, RadioButton } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { TextField } from '../../../../ui/form-fields.tsx'
import {
  AdministrationSchema,
  type FactName,
  FactsSchema,
  factLabels,
  factNames,
} from '../../../administrations/index.ts'
import { type ActionLine, titleOf } from '../../../catalogue/index.ts'
import type { TailoredPlan } from '../../plan/model.ts'
import type { Reading, TypedFields } from '../../writing/typed-values.ts'
import { type FactsContent, factsPart } from '../facts-part.ts'
import { controlOf, type FormFieldsProps, type PartForm, readFields, typedText } from '../part-form.ts'

const yesNo = [
  ['si', 'Sì'],
  ['no', 'No'],
  ['', 'Non si sa'],
] as const
const dataCentre = [
  ['none', 'Nessun data center'],
  ['A', 'Gruppo A'],
  ['B', 'Gruppo B'],
  ['', 'Non si sa'],
] as const

/** The form of the facts that decide which lines bind a body, each with the lines that it decides. */
export const factsForm = ({ edition }: TailoredPlan): PartForm<FactsContent> => ({
  kind: factsPart,
  key: '',
  title: 'Fatti che decidono quali linee si applicano',
  lead: 'Finché un fatto non si sa, le linee che ne dipendono restano da verificare. I fatti sono dell’ente: valgono per tutti i suoi piani.',
  type: typeFacts,
  read: readFacts,
  labels: () => factsPart.labels,
  words: factWords,
  Fields: (props) => <FactFields {...props} lines={edition.lines} />,
})

const typeFacts = (content: FactsContent = {}): TypedFields =>
  Object.fromEntries(
    Object.entries(content).map(([fact, value]) => [
      fact,
      typeof value === 'boolean' ? (value ? 'si' : 'no') : String(value),
    ]),
  )

function readFacts(fields: TypedFields): Reading<FactsContent> {
  const facts = factNames.map((fact) => {
    const typed = fields[fact]
    if (fact === 'dataCentreGroup') return [fact, typed || undefined]
    return [fact, typed === 'si' ? true : typed === 'no' ? false : undefined]
  })
  const people = typedText(fields, 'population')?.replace(/[.\s]/g, '')
  if (people !== undefined && !/^\d{1,8}$/.test(people)) {
    const problem = { place: 'population', message: 'è un numero', remedy: 'per esempio 7.200' }
    return { value: undefined, problems: [problem] }
  }
  const shape = { ...FactsSchema.shape, population: AdministrationSchema.shape.population }
  return readFields<FactsContent>(
    shape,
    { ...Object.fromEntries(facts), ...(people !== undefined && { population: Number(people) }) },
    { required: [], place: (field) => field },
  )
}

function factWords(field: keyof FactsContent, content: FactsContent | undefined): string {
  const value = content?.[field]
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? 'Sì' : 'No'
  return value === undefined ? '' : (dataCentre.find(([known]) => known === value)?.[1] ?? value)
}

function FactFields({ lines, ...props }: FormFieldsProps & { readonly lines: readonly ActionLine[] }) {
  const decidedBy = (fact: FactName) =>
    lines.filter(({ addressees }) => addressees?.conditions?.some((asked) => asked.fact === fact))
  const groups = Map.groupBy(factNames, (fact) =>
    decidedBy(fact).length === 0 ? 'idle' : props.fields[fact] === undefined ? 'open' : 'known',
  )
  const questions = (facts: readonly FactName[] = []) =>
    facts.map((fact) => <Question key={fact} fact={fact} lines={decidedBy(fact)} {...props} />)
  const idle = groups.get('idle') ?? []
  const population = (
    <>
      <TextField {...controlOf(props, 'population', 'Abitanti')} inputmode="numeric" />
      <DecidedLines lines={lines.filter(({ addressees }) => addressees?.population)} />
    </>
  )
  const counted = props.fields.population !== undefined
  return (
    <>
      {(groups.has('open') || !counted) && <h2>Da dire</h2>}
      {!counted && population}
      {questions(groups.get('open'))}
      {(groups.has('known') || counted) && <h2>Già detti</h2>}
      {counted && population}
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

type QuestionProps = FormFieldsProps & { readonly fact: FactName; readonly lines: readonly ActionLine[] }

const Question = ({ fact, lines, fields, problems }: QuestionProps) => (
  <FieldGroup name={fact} legend={factLabels[fact]} error={faultOf(problems, fact)}>
    <div class="t-answers">
      {(fact === 'dataCentreGroup' ? dataCentre : yesNo).map(([value, words]) => (
        <RadioButton key={value} name={fact} value={value} checked={(fields[fact] ?? '') === value}>
          {words}
        </RadioButton>
      ))}
    </div>
    <DecidedLines lines={lines} />
  </FieldGroup>
)

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
