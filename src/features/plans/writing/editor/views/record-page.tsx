// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren, VNode } from 'preact'
import { formatInstant } from '../../../../../kernel/dates.ts'
import type { Problem } from '../../../../../kernel/errors.ts'
import { Alert } from '../../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../../ui/forms/error-summary.tsx'
import { Flash, type Outcomes } from '../../../../../ui/page/flash.tsx'
import type { Site } from '../../../../../ui/page/site.ts'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { attachmentPaths } from '../../../../attachments/index.ts'
import {
  anyField,
  changedFields,
  controlLabels,
  fieldNames,
  fieldWords,
  type RecordOwner,
  readTyped,
  shownFields,
  type TypedFields,
} from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import { planStateLabel } from '../../../plan/index.ts'
import { headingOf, type RecordSheet } from '../record-form.ts'
import { PlansOfBody } from './plans-of-body.tsx'
import { type FieldsProps, RecordFields } from './record-fields.tsx'
import { RecordFrame } from './record-frame.tsx'
import { TextTools } from './text-tools.tsx'

/** What a form shows besides what is stored. */
export type Typed = {
  readonly fields: TypedFields
  /** The revision that what is typed began from. */
  readonly base: number
  readonly problems?: readonly Problem[]
  /** What was said no to; absent: nothing was. */
  readonly message?: string
  /** The text as it will be printed, when that was asked for. */
  readonly preview?: ComponentChildren
  /** The suggestion that was put into the text, to be gone through. */
  readonly suggested?: string
  /** When what is shown was kept as a draft; absent: it is not a draft. */
  readonly draftOf?: Date
  /** What was just done, as the address tells it. */
  readonly outcome?: string | undefined
}

type RecordPageProps<Content extends object, More, Owner extends RecordOwner> = {
  readonly site: Site
  readonly sheet: RecordSheet<Content, More, Owner>
  /** Where the form is sent, and where drafts are. */
  readonly action: string
  readonly draftAction: string
  readonly typed: Typed
  readonly outcomes: Outcomes
}

/** The form of one record of a plan. */
export function RecordPage<Content extends object, More, Owner extends RecordOwner>(
  props: RecordPageProps<Content, More, Owner>,
) {
  const { site, sheet, typed, outcomes, draftAction } = props
  const { form, last, locked } = sheet
  const { fields, base, problems = [], message } = typed
  const { Above, Beside, Below } = form
  const frozen = fieldNames(form.kind.fields).every((field) => locked.has(field))
  const labels = controlLabels(form.kind.fields, fields)
  const body = (
    <>
      {frozen ? <Frozen sheet={sheet} /> : <RecordForm {...props} />}
      {Below && <Below sheet={sheet} problems={problems} />}
    </>
  )
  return (
    <RecordFrame site={site} sheet={sheet} state={message && 'Errore'}>
      {message && <ErrorSummary message={message} problems={problems} labels={{ ...moreLabels, ...labels }} />}
      <Flash outcomes={outcomes} outcome={typed.outcome} />
      {last && (
        <p class="t-note">
          Ultima modifica: {last.by}, {formatInstant(last.at)}.
        </p>
      )}
      {form.kind.scope === 'body' && <PlansOfBody sheet={sheet} />}
      {Above && <Above sheet={sheet} />}
      {typed.draftOf && <DraftNotice action={draftAction} at={typed.draftOf} behind={base < sheet.revision} />}
      <OutOfReach sheet={sheet} fields={fields} />
      {Beside ? (
        <>
          <p class="t-only-narrow">
            <a href="#nazionale">Che cosa chiede il Piano nazionale</a>
          </p>
          <div class="t-writing">
            <div>{body}</div>
            <Beside sheet={sheet} />
          </div>
        </>
      ) : (
        body
      )}
    </RecordFrame>
  )
}

/** Controls of forms below the record’s own. */
const moreLabels = { prova: 'Che cosa prova', file: 'File' }

/** A record that cannot be changed now, as it is. */
function Frozen<Content extends object, More, Owner extends RecordOwner>({
  sheet,
}: {
  readonly sheet: RecordSheet<Content, More, Owner>
}) {
  const { administration, form, content, offered } = sheet
  const { fields } = form.kind
  const held = sheet.now.because ?? sheet.plan
  if (!held) return null
  const { state, triennium } = held
  return (
    <>
      <Alert tone="warning">
        <p>
          Il piano {triennium} è {planStateLabel[state].toLowerCase()}: questa parte ora non si può cambiare.{' '}
          {form.kind.scope === 'body' && 'Si può ritirare il piano dalla revisione, o attendere che finisca. '}
          <a href={planPaths.approval({ slug: administration.slug, triennium })}>Vai all’approvazione del piano</a>
        </p>
      </Alert>
      <DescriptionList
        facts={fieldNames(fields).map((field) => [
          anyField(fields, field).label,
          <span key={field} class="t-printed">
            {fieldWords(fields, field, content, offered) || 'niente'}
          </span>,
        ])}
      />
    </>
  )
}

/** The form itself. The first button is the one that the Enter key presses: it saves. */
function RecordForm<Content extends object, More, Owner extends RecordOwner>({
  sheet,
  action,
  draftAction,
  typed,
}: RecordPageProps<Content, More, Owner>) {
  const { administration, form, locked, content, offered, suggestions } = sheet
  const { slug } = administration
  const { fields, base, problems = [] } = typed
  const { person } = useViewer()
  const withTools = (control: VNode, name: string) => (
    <TextTools
      action={action}
      suggestions={suggestions}
      slug={slug}
      control={name}
      place={anyField(form.kind.fields, name as keyof Content).longText ?? 'cell'}
      preview={typed.preview}
      suggested={typed.suggested ?? fields.suggested ?? ''}
    >
      {control}
    </TextTools>
  )
  const shown = fieldNames(form.kind.fields).filter((field) => !locked.has(field))
  const { Layout } = form
  const drawing: FieldsProps<Content> = {
    kind: form.kind,
    content,
    locked,
    offered,
    fields,
    problems,
    action,
    links: { attachment: (sha256) => attachmentPaths.attachment({ slug, sha256 }) },
    withTools,
  }
  return (
    <form
      action={action}
      method="post"
      novalidate
      aria-label={form.code ? `Scheda della linea ${form.code}` : headingOf(sheet)}
      class="t-record-form"
      data-draft={person && draftAction}
    >
      <button type="submit" name="azione" value="salva" hidden>
        Salva
      </button>
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="shown" value={shown.join(' ')} />
      {Layout ? <Layout {...drawing} sheet={sheet} /> : <RecordFields {...drawing} />}
      <div class="t-save-bar">
        <div class="t-actions">
          <button type="submit" name="azione" value="salva" class="btn btn-primary">
            Salva
          </button>
          {person && (
            <button type="submit" name="azione" value="bozza" class="btn btn-outline-primary">
              Salva come bozza
            </button>
          )}
          <a class="btn btn-link" href={form.back.href}>
            {form.back.label}
          </a>
        </div>
        <output class="t-note" data-draft-status />
      </div>
    </form>
  )
}

/** Says that what is shown was typed earlier and not saved. */
const DraftNotice = ({ action, at, behind }: { action: string; at: Date; behind: boolean }) => (
  <Alert tone="info">
    <p>
      Questa è la tua bozza del {formatInstant(at)}, non ancora salvata: la vedi solo tu.
      {behind && ' Nel frattempo altri hanno salvato: salvando vedrai campo per campo che cosa è cambiato.'}
    </p>
    <form action={action} method="post" class="t-after">
      <button type="submit" name="azione" value="scarta" class="btn btn-outline-primary btn-sm">
        Scarta la bozza
      </button>
    </form>
  </Alert>
)

/** What was typed in fields that the person may not change any more: it would go unseen otherwise. */
function OutOfReach<Content extends object, More, Owner extends RecordOwner>(props: {
  readonly sheet: RecordSheet<Content, More, Owner>
  readonly fields: TypedFields
}) {
  const { content, offered, locked, form } = props.sheet
  const { fields } = form.kind
  const shown = shownFields(fields, props.fields)
  const typed = readTyped(fields, props.fields, { before: content, offered, shown }).content
  const lost = changedFields(fields, content, typed).filter((field) => locked.has(field))
  if (lost.length === 0) return null
  return (
    <Alert tone="warning">
      <p>Avevi scritto questo, in campi che intanto non si possono più cambiare: copialo, se ti serve.</p>
      <DescriptionList
        facts={lost.map((field) => [
          anyField(fields, field).label,
          <span key={field} class="t-printed">
            {fieldWords(fields, field, typed, offered) || 'niente'}
          </span>,
        ])}
      />
    </Alert>
  )
}
