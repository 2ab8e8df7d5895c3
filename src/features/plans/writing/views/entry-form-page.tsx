// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/dates.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Flash } from '../../../../ui/flash.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import { useViewer } from '../../../../ui/viewer.tsx'
import { type ActionLine, titleOf } from '../../../catalogue/index.ts'
import { entryPart } from '../../parts/entry-part.ts'
import { entryFieldWords } from '../../parts/entry-words.ts'
import { changedFields } from '../../parts/rules.ts'
import { planStateLabel } from '../../plan/lifecycle.ts'
import { NationalSide } from '../../plan/views/national-side.tsx'
import type { EntryForm } from '../readers.ts'
import { entryFields, readTypedEntry, shownFields } from '../typed-entry.ts'
import type { TypedFields } from '../typed-values.ts'
import { AttachForm } from './attach-form.tsx'
import { EntryFields } from './entry-fields.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { namesOf } from './locked.tsx'
import { labelsOf, type Typing } from './typing.ts'

type EntryFormPageProps = Omit<Typing, 'rows'> & {
  readonly site: Site
  readonly form: EntryForm
  /** The revision that what is typed began from. */
  readonly base: number
  readonly rows?: Typing['rows']
  readonly preview?: ComponentChildren
  /** What was said no to; absent: nothing was. */
  readonly message?: string | undefined
  readonly outcome?: string | undefined
}

const outcomes = {
  bozza: 'Bozza salvata: la vedi solo tu, finché non salvi.',
  scartata: 'Bozza scartata.',
  allegato: 'File aggiunto alle prove.',
}

/** The form of an entry, beside what the national plan asks. */
export function EntryFormPage(props: EntryFormPageProps) {
  const { site, form, fields, problems, base, rows = { list: '', more: 0 }, preview, message, outcome } = props
  const { administration, plan, tailored, locked } = form
  const where = { slug: administration.slug, triennium: plan.triennium, code: tailored.line.code }
  const frozen = entryFields.every((field) => locked.has(field))
  return (
    <EntryFrame site={site} form={form} title={message ? 'Errore: modifica' : 'Modifica'}>
      {message && <ErrorSummary message={message} problems={problems} labels={labelsOf(problems)} />}
      <Flash outcomes={outcomes} outcome={outcome} />
      {form.toReview && (
        <Alert tone="info">
          <p>
            Questa scheda viene da un piano precedente{form.carriedFrom && ` (${form.carriedFrom})`} ed è da rivedere:
            salvandola, anche senza cambiarla, dici che va bene.
          </p>
        </Alert>
      )}
      <DraftNotice form={form} base={base} where={where} />
      <OutOfReach form={form} fields={fields} />
      <p class="t-only-narrow">
        <a href="#nazionale">Che cosa chiede il Piano nazionale</a>
      </p>
      <div class="t-writing">
        <div>
          {frozen ? (
            <Alert tone="warning">
              <p>
                Il piano è {planStateLabel[plan.state].toLowerCase()}: le schede non si possono cambiare.{' '}
                <a href={paths.line(where)}>Torna alla linea {where.code}</a>
              </p>
            </Alert>
          ) : (
            <>
              <EntryFields typing={{ form, fields, problems, rows }} base={base} where={where} preview={preview} />
              <AttachForm form={form} where={where} problems={problems} />
            </>
          )}
        </div>
        <NationalSide edition={form.edition} tailored={tailored} />
      </div>
      <Neighbours form={form} where={where} />
    </EntryFrame>
  )
}

type Where = { readonly slug: string; readonly triennium: string; readonly code: string }

/** Says that what is shown was typed earlier and not saved. */
function DraftNotice({ form, base, where }: { form: EntryForm; base: number; where: Where }) {
  const { draft, revision } = form
  if (!draft) return null
  return (
    <Alert tone="info">
      <p>
        Questa è la tua bozza del {formatInstant(draft.savedAt)}, non ancora salvata: la vedi solo tu.
        {base < revision &&
          ' Nel frattempo la scheda è stata modificata da altri: salvando vedrai campo per campo che cosa è cambiato.'}
      </p>
      <form action={paths.entryDraft(where)} method="post" class="t-after">
        <button type="submit" name="azione" value="scarta" class="btn btn-outline-primary btn-sm">
          Scarta la bozza
        </button>
      </form>
    </Alert>
  )
}

/** What was typed in fields that the person may not change any more: it would go unseen otherwise. */
function OutOfReach({ form, fields }: { form: EntryForm; fields: TypedFields }) {
  const { content, offices, locked } = form
  const typed = readTypedEntry(fields, { before: content, offices, shown: shownFields(fields) }).content
  const lost = changedFields(entryPart, content, typed).filter((field) => locked.has(field))
  if (lost.length === 0) return null
  return (
    <Alert tone="warning">
      <p>Avevi scritto questo, in campi che intanto non si possono più cambiare: copialo, se ti serve.</p>
      <DescriptionList
        facts={lost.map((field) => [
          entryPart.labels[field],
          <span key={field} class="t-printed">
            {entryFieldWords(field, typed, namesOf(form)) || 'niente'}
          </span>,
        ])}
      />
    </Alert>
  )
}

/** The forms of the lines before and after; the pages of the lines for whoever may not write them all. */
function Neighbours({ form, where }: { form: EntryForm; where: Where }) {
  const viewer = useViewer()
  const to = viewer.may('plan.write', { slug: where.slug }) ? paths.entryForm : paths.line
  const link = (line: ActionLine | undefined, words: string, rel: 'prev' | 'next') =>
    line ? (
      <a href={to({ ...where, code: line.code })} rel={rel}>
        <Icon name={rel === 'prev' ? 'arrow-left' : 'arrow-right'} />
        <span>
          <span class="t-note">
            {words}: {line.code}
          </span>
          {titleOf(line)}
        </span>
      </a>
    ) : (
      <span />
    )
  return (
    <nav class="t-neighbours" aria-label="Linee vicine">
      {link(form.neighbours.previous, 'Precedente', 'prev')}
      {link(form.neighbours.next, 'Successiva', 'next')}
    </nav>
  )
}
