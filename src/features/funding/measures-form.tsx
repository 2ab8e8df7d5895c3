// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import { TextArea, TextField } from '../../ui/form-fields.tsx'
import {
  controlOf,
  type FormFieldsProps,
  type PartForm,
  type Reading,
  RowGroup,
  Rows,
  readFields,
  readRows,
  rowLabels,
  type TypedFields,
  typeAmount,
  typedText,
} from '../plans/index.ts'
import { type MeasuresContent, measuresPart } from './measures-part.ts'
import { type FundingMeasure, FundingMeasureSchema } from './model.ts'
import { readTypedAmount, readTypedYear } from './typed-money.ts'

const list = 'measures'
const labels = {
  measure: 'Codice della misura',
  title: 'Titolo della misura o del progetto',
  year: 'Anno',
  amount: 'Importo in euro',
  cup: 'CUP',
  progress: 'Stato di attuazione',
  certification: 'Asseverazione',
  payment: 'Erogazione',
} as const
const parts = Object.keys(labels) as readonly (keyof typeof labels)[]

/** The form of a plan's PNRR measures. */
export const measuresForm: PartForm<MeasuresContent> = {
  kind: measuresPart,
  key: '',
  title: 'Misure PNRR',
  lead: 'I progetti finanziati dal PNRR, da tenere e provare: gli avvisi sono chiusi, restano asseverazione, erogazione e cinque anni di mantenimento.',
  type: (content) =>
    Object.assign({}, ...(content?.measures ?? []).map((measure, row) => typeMeasure(measure, `${list}-${row}`))),
  read(fields) {
    const { value: measures, problems } = readRows(fields, list, (row) => readMeasure(fields, row))
    return { value: measures && { measures }, problems }
  },
  labels: (fields) => rowLabels(fields, list, labels),
  words: (_, content) => (content?.measures ?? []).map(measureWords).join('\n'),
  lists: { [list]: 'misure' },
  Fields: MeasureRows,
}

const typeMeasure = ({ year, amount, ...texts }: FundingMeasure, row: string): TypedFields => ({
  ...Object.fromEntries(Object.entries(texts).flatMap(([part, text]) => (text ? [[`${row}-${part}`, text]] : []))),
  ...(year !== undefined && { [`${row}-year`]: String(year) }),
  ...(amount && { [`${row}-amount`]: typeAmount(amount) }),
})

function readMeasure(fields: TypedFields, row: string): Reading<FundingMeasure> | undefined {
  const typed = Object.fromEntries(parts.map((part) => [part, typedText(fields, `${row}-${part}`)]))
  if (Object.values(typed).every((text) => text === undefined)) return undefined
  const year = readTypedYear(typed.year, `${row}-year`)
  const amount = readTypedAmount(typed.amount, `${row}-amount`)
  const reading = readFields<FundingMeasure>(
    FundingMeasureSchema.shape,
    { ...typed, cup: typed.cup?.toUpperCase(), year: year.value, amount: amount.value },
    { required: ['measure', 'title'], place: (field) => `${row}-${field}` },
  )
  const problems = [...year.problems, ...amount.problems, ...reading.problems]
  return problems.length > 0 ? { value: undefined, problems } : reading
}

const measureWords = ({
  measure,
  title,
  year,
  amount,
  cup,
  progress,
  certification,
  payment,
}: FundingMeasure): string =>
  [
    `${measure} ${title}`,
    year,
    amount && formatAmount(amount),
    cup && `CUP ${cup}`,
    progress,
    certification && `asseverazione: ${certification}`,
    payment && `erogazione: ${payment}`,
  ]
    .filter(Boolean)
    .join(', ')

function MeasureRows(props: FormFieldsProps) {
  const field = (row: number, part: keyof typeof labels) => controlOf(props, `${list}-${row}-${part}`, labels[part])
  return (
    <Rows
      {...props}
      list={list}
      legend="Misure"
      hint="Codici come 1.4.1, importi come 1.234,50. Per togliere una misura, svuota la sua riga."
    >
      {(row) => (
        <RowGroup key={row} number={row}>
          <TextField {...field(row, 'measure')} />
          <TextField {...field(row, 'title')} />
          <TextField {...field(row, 'year')} inputmode="numeric" />
          <TextField {...field(row, 'amount')} />
          <TextField {...field(row, 'cup')} />
          <TextArea {...field(row, 'progress')} rows={2} />
          <TextField {...field(row, 'certification')} />
          <TextField {...field(row, 'payment')} />
        </RowGroup>
      )}
    </Rows>
  )
}
