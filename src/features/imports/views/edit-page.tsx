// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../platform/http/form-route.ts'
import { ErrorSummary, faultOf } from '../../../ui/forms/error-summary.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/forms/form-fields.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { administrationPaths, administrationsEntry } from '../../administrations/index.ts'
import { spendingKindLabel } from '../../funding/index.ts'
import { statuses, statusLabel, textLabels } from '../../plans/index.ts'
import { importPaths } from '../addresses.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import { answerWords, type Field, typedValue } from '../review/fields.ts'
import { kinds } from '../review/kinds.ts'
import { answersOf } from '../review/record-fields.ts'
import type { ImportReview } from '../stored/readers.ts'
import { type ReviewAddress, reviewPath } from './address-words.ts'
import { ReturnFields } from './proposal-card.tsx'
import { SourcePane } from './source-pane.tsx'
import { lineTitle } from './words.ts'

type EditPageProps = {
  readonly site: Site
  readonly review: ImportReview
  readonly assessment: Assessment
  readonly address: ReviewAddress
  readonly refusal?: Refusal
}

/** The form that corrects a proposal, beside its source text. */
export function EditPage({ site, review, assessment, address, refusal }: EditPageProps) {
  const { administration, imported, edition } = review
  const { proposal, subject, result, faults } = assessment
  const { slug, name } = administration
  const where = { slug, id: String(imported.id) }
  const { fields } = kinds[proposal.kind]
  const problems =
    refusal?.problems ??
    faults.map(({ field, message, remedy }) => ({ place: field ?? '', message, ...(remedy && { remedy }) }))
  const labels = Object.fromEntries(fields.map((field) => [field.name, field.label]))
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${problems.length > 0 ? 'Errore: ' : ''}Correggi ${subject} · ${imported.filename}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Importazioni', href: importPaths.imports({ slug }) },
        { label: imported.filename, href: importPaths.import(where) },
        { label: subject },
      ]}
    >
      {problems.length > 0 && (
        <ErrorSummary
          message={refusal?.message ?? 'La proposta non si può accettare così com’è'}
          problems={problems}
          labels={labels}
        />
      )}
      <div class="t-heading">
        <p class="t-eyebrow">Correggi la proposta</p>
        <h1>{subject}</h1>
        {lineTitle(assessment, edition) && <p class="lead">{lineTitle(assessment, edition)}</p>}
      </div>
      <div class="t-halves t-correction">
        <form
          action={importPaths.proposal({ ...where, proposal: String(proposal.id) })}
          method="post"
          novalidate
          aria-label={`Correzione di ${subject}`}
        >
          <ReturnFields address={address} />
          {fields.map((field) => (
            <RecordField
              key={field.name}
              field={field}
              value={refusal ? refusal.values[field.name] : typedValue(field, result[field.name])}
              error={faultOf(problems, field.name)}
            />
          ))}
          <div class="t-actions">
            <button type="submit" name="azione" value="accetta" class="btn btn-primary">
              Salva e accetta
            </button>
            <button type="submit" name="azione" value="salva" class="btn btn-outline-primary">
              Salva soltanto
            </button>
            <a class="btn btn-link" href={`${reviewPath(where, { ...address })}#proposta-${proposal.id}`}>
              Lascia com’è
            </a>
          </div>
        </form>
        <SourcePane source={proposal.source} subject={subject} />
      </div>
    </Layout>
  )
}

type RecordFieldProps = {
  readonly field: Field
  readonly value: string | undefined
  readonly error: string | undefined
}

/** The control for a field's kind of value. */
function RecordField({ field: { name, label, shape, required }, value, error }: RecordFieldProps) {
  const shared = { name, label, value, error, required }
  switch (shape) {
    case 'status':
      return (
        <SelectField
          {...shared}
          none="Non indicato"
          options={statuses.map((status) => [status, statusLabel[status]])}
        />
      )
    case 'spendingKind':
      return <SelectField {...shared} none="Scegliere" options={Object.entries(spendingKindLabel)} />
    case 'part':
      return <SelectField {...shared} none="Scegliere" options={parts} />
    case 'text':
      return <TextArea {...shared} rows={8} hint="Markdown semplice: elenchi con un trattino, **grassetto**." />
    case 'items':
      return <TextArea {...shared} rows={3} hint="Uno per riga." />
    case 'evidence':
      return <TextArea {...shared} rows={3} hint="Una per riga: Delibera di Giunta <https://…>" />
    case 'allocations':
      return <TextArea {...shared} rows={3} hint="Uno per riga: Bilancio comunale, 2026: 1.234,50" />
    case 'answer':
      return (
        <SelectField
          {...shared}
          none="Non si sa"
          options={answersOf(name).map((answer) => [answer, answerWords[answer] ?? answer])}
        />
      )
    case 'date':
      return <TextField {...shared} hint="Una data, per esempio 31/12/2025, o le parole del piano." />
    case 'amount':
      return <TextField {...shared} hint="Per esempio 1.234,50" />
    case 'line':
    case 'year':
    case 'cell':
      return <TextField {...shared} />
  }
}

const parts = [
  ...Object.entries(textLabels),
  ...Array.from({ length: 9 }, (_, index) => [`chapter-${index + 1}`, `Capitolo ${index + 1}`] as const),
]
