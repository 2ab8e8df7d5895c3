// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import { SelectField, TextField } from '../../ui/form-fields.tsx'
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
import { type Spending, SpendingSchema } from './model.ts'
import { type SpendingContent, spendingPart } from './spending-part.ts'
import { readTypedAmount, readTypedYear } from './typed-money.ts'

const list = 'rows'
const labels = {
  year: 'Anno',
  kind: 'Consuntivo o previsione',
  amount: 'Importo in euro',
  source: 'Fonte',
  note: 'Nota',
} as const
const kinds = { actual: 'Consuntivo', forecast: 'Previsione' } as const

/** The form of a plan's ICT spending. */
export const spendingForm: PartForm<SpendingContent> = {
  kind: spendingPart,
  key: '',
  title: 'Spesa ICT',
  lead: 'La spesa per anno e fonte: il consuntivo di ciò che è stato speso, la previsione di ciò che si spenderà. Il commento è fra i testi.',
  type: (content) =>
    Object.assign({}, ...(content?.rows ?? []).map((row, number) => typeRow(row, `${list}-${number}`))),
  read(fields) {
    const { value: rows, problems } = readRows(fields, list, (row) => readRow(fields, row))
    return { value: rows && { rows }, problems }
  },
  labels: (fields) => rowLabels(fields, list, labels),
  words: (_, content) => (content?.rows ?? []).map(rowWords).join('\n'),
  lists: { [list]: 'righe' },
  Fields: SpendingRows,
}

const typeRow = ({ year, kind, amount, source, note }: Spending, row: string): TypedFields => ({
  [`${row}-year`]: String(year),
  [`${row}-kind`]: kind,
  [`${row}-amount`]: typeAmount(amount),
  ...(source && { [`${row}-source`]: source }),
  ...(note && { [`${row}-note`]: note }),
})

function readRow(fields: TypedFields, row: string): Reading<Spending> | undefined {
  const typed = (part: keyof typeof labels) => typedText(fields, `${row}-${part}`)
  if (!typed('year') && !typed('amount') && !typed('source') && !typed('note')) return undefined
  const year = readTypedYear(typed('year'), `${row}-year`)
  const amount = readTypedAmount(typed('amount'), `${row}-amount`)
  const problems = [...year.problems, ...amount.problems]
  const reading = readFields<Spending>(
    SpendingSchema.shape,
    { year: year.value, amount: amount.value, kind: typed('kind'), source: typed('source'), note: typed('note') },
    {
      required: [
        ...(year.problems.length > 0 ? [] : ['year' as const]),
        ...(amount.problems.length > 0 ? [] : ['amount' as const]),
        'kind',
      ],
      place: (field) => `${row}-${field}`,
    },
  )
  const all = [...problems, ...reading.problems]
  return all.length > 0 ? { value: undefined, problems: all } : reading
}

const rowWords = ({ year, kind, amount, source, note }: Spending): string =>
  [`${year}, ${kinds[kind].toLowerCase()}: ${formatAmount(amount)}`, source, note].filter(Boolean).join(', ')

function SpendingRows(props: FormFieldsProps) {
  const field = (row: number, part: keyof typeof labels) => controlOf(props, `${list}-${row}-${part}`, labels[part])
  return (
    <Rows {...props} list={list} legend="Righe" hint="Importi come 1.234,50. Per togliere una riga, svuotala.">
      {(row) => (
        <RowGroup key={row} number={row}>
          <TextField {...field(row, 'year')} inputmode="numeric" />
          <SelectField {...field(row, 'kind')} none="Scegliere" options={Object.entries(kinds)} />
          <TextField {...field(row, 'amount')} />
          <TextField {...field(row, 'source')} />
          <TextField {...field(row, 'note')} />
        </RowGroup>
      )}
    </Rows>
  )
}
