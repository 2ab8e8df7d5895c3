// SPDX-License-Identifier: AGPL-3.0-or-later
import { Checkbox, FieldGroup } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '../../../../ui/form-fields.tsx'
import { titleOf } from '../../../catalogue/index.ts'
import {
  type Initiative,
  InitiativeSchema,
  statuses,
  statusLabel,
  statusOrUnsaidLabel,
  type TailoredPlan,
} from '../../plan/model.ts'
import { cellItems, itemsCell } from '../../plan/sheet/cells.ts'
import { formatDateOrWords } from '../../plan/words.ts'
import { type Reading, readDate, type TypedFields, typeDate } from '../../writing/typed-values.ts'
import { initiativePart } from '../initiative-part.ts'
import { controlOf, type FormFieldsProps, type PartForm, readFields, typedText } from '../part-form.ts'
import { MarkdownField } from '../views/markdown-field.tsx'

const { labels } = initiativePart
const lists = ['steps', 'expectedResults'] as const
const texts = ['title', 'description', 'office', 'responsible', 'resources', 'status'] as const

/** The form of an initiative. @param key its number; '' for one to add. @param title of its page */
export function initiativeForm(key: string, tailored: TailoredPlan, title: string): PartForm<Initiative> {
  const codes = tailored.edition.lines.map(({ code }) => code)
  return {
    kind: initiativePart,
    key,
    title,
    text: 'description',
    lead: 'Un’azione propria dell’ente: un intervento, un progetto, un obiettivo. Può servire più linee del Piano nazionale, o nessuna.',
    type: typeInitiative,
    read: (fields) => readInitiative(fields, codes),
    labels: () => labels,
    words: initiativeWords,
    Fields: (props) => <InitiativeFields {...props} tailored={tailored} />,
  }
}

const lineControl = (code: string): string => `lines-${code}`

const typeInitiative = (content: Initiative | undefined): TypedFields => ({
  ...Object.fromEntries(texts.flatMap((field) => (content?.[field] ? [[field, content[field]]] : []))),
  ...Object.fromEntries(lists.flatMap((field) => (content?.[field] ? [[field, itemsCell(content[field])]] : []))),
  ...(content?.planned && { planned: typeDate(content.planned) }),
  ...Object.fromEntries((content?.lines ?? []).map((code) => [lineControl(code), '1'])),
})

function readInitiative(fields: TypedFields, codes: readonly string[]): Reading<Initiative> {
  const typed = Object.fromEntries(texts.map((field) => [field, typedText(fields, field)]))
  const items = Object.fromEntries(
    lists.map((field) => {
      const found = cellItems(fields[field] ?? '')
        .map((item) => item.trim())
        .filter((item) => item !== '')
      return [field, found.length > 0 ? found : undefined]
    }),
  )
  const day = typedText(fields, 'planned')
  const planned = day ? readDate(day, 'planned') : { value: undefined, problems: [] }
  const lines = codes.filter((code) => fields[lineControl(code)])
  const reading = readFields<Initiative>(
    InitiativeSchema.shape,
    { ...typed, ...items, planned: planned.value, ...(lines.length > 0 && { lines }) },
    { required: ['title'], place: (field) => field },
  )
  const problems = [...reading.problems, ...planned.problems]
  return problems.length > 0 ? { value: undefined, problems } : reading
}

function initiativeWords(field: keyof Initiative, content: Initiative | undefined): string {
  const value = content?.[field]
  if (value === undefined) return ''
  if (field === 'status') return statusLabel[value as keyof typeof statusLabel]
  if (field === 'planned') return formatDateOrWords(String(value))
  return Array.isArray(value) ? value.join('\n') : value
}

function InitiativeFields({ tailored, ...props }: FormFieldsProps & { readonly tailored: TailoredPlan }) {
  const field = (name: keyof Initiative) => controlOf(props, name, labels[name])
  return (
    <>
      <TextField {...field('title')} required />
      {props.withTools(<MarkdownField {...field('description')} rows={8} />)}
      <SelectField
        {...field('status')}
        none={statusOrUnsaidLabel.unsaid}
        options={statuses.map((status) => [status, statusLabel[status]])}
      />
      <TextField {...field('planned')} hint="Una data, per esempio 31/12/2026, o le parole del piano." />
      <TextField {...field('office')} />
      <TextField
        {...field('responsible')}
        hint="La posizione, per esempio «Segretario comunale»: mai il nome di una persona."
      />
      <TextArea {...field('steps')} rows={4} hint="Uno per riga." />
      <TextArea {...field('expectedResults')} rows={4} hint="Uno per riga." />
      <TextArea {...field('resources')} rows={3} />
      <FieldGroup name="lines" legend={labels.lines} error={faultOf(props.problems, 'lines')}>
        {tailored.chapters.map(({ chapter, lines }) => {
          const chosen = lines.filter(({ line }) => props.fields[lineControl(line.code)]).length
          return (
            <details key={chapter.number} class="t-details" open={chosen > 0}>
              <summary>
                Capitolo {chapter.number}. {chapter.title}
                {chosen > 0 && ` (${chosen})`}
              </summary>
              {lines.map(({ line }) => (
                <Checkbox
                  key={line.code}
                  name={lineControl(line.code)}
                  value="1"
                  checked={props.fields[lineControl(line.code)] !== undefined}
                >
                  <span class="t-code">{line.code}</span> {titleOf(line)}
                </Checkbox>
              ))}
            </details>
          )
        })}
      </FieldGroup>
    </>
  )
}
