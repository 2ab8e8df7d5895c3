// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren, VNode } from 'preact'
import { formatInstant } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import { useViewer } from '../../../../ui/viewer.tsx'
import { lockedFields } from '../../parts/rules.ts'
import { planStateLabel } from '../../plan/lifecycle.ts'
import type { Suggestion } from '../../writing/model.ts'
import type { TypedFields } from '../../writing/typed-values.ts'
import type { PartSheet } from '../readers.ts'
import { PartFrame } from './part-frame.tsx'
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
  /** When what is shown was kept as a draft; absent: it is no draft. */
  readonly draftOf?: Date
}

type PartPageProps<Content extends object> = {
  readonly site: Site
  readonly sheet: PartSheet<Content>
  /** Where the form is sent. */
  readonly action: string
  readonly typed: Typed
  readonly suggestions: readonly Suggestion[]
  /** What else the page offers: taking the part away. */
  readonly children?: ComponentChildren
}

/** The form of one part of a plan. */
export function PartPage<Content extends object>(props: PartPageProps<Content>) {
  const { site, sheet, action, typed, suggestions, children } = props
  const { plan, form, content, last } = sheet
  const { slug } = plan.administration
  const where = { slug, triennium: plan.tailored.plan.triennium }
  const { fields, base, problems = [], message } = typed
  const labels = Object.keys(form.kind.labels) as (keyof Content)[]
  const locked = lockedFields(form.kind, plan.state, true)
  const { person } = useViewer()
  const withTools = (control: VNode) => (
    <TextTools
      action={action}
      suggestions={suggestions}
      slug={slug}
      control={form.text ?? ''}
      preview={typed.preview}
      suggested={typed.suggested ?? fields.suggested ?? ''}
    >
      {control}
    </TextTools>
  )
  return (
    <PartFrame site={site} plan={plan} heading={form.title} state={message && 'Errore'} lead={form.lead}>
      {message && <ErrorSummary message={message} problems={problems} labels={form.labels(fields)} />}
      {last && (
        <p class="t-note">
          Modificato l’ultima volta da {last.by} il {formatInstant(last.at)}.
        </p>
      )}
      {labels.every((field) => locked.has(field)) ? (
        <>
          <Alert tone="warning">
            <p>
              Il piano è {planStateLabel[plan.state].toLowerCase()}: questa parte ora non si può cambiare.{' '}
              <a href={paths.approval(where)}>Vai all’approvazione del piano</a>
            </p>
          </Alert>
          <DescriptionList
            facts={labels.map((field) => [
              form.kind.labels[field],
              <span key={field} class="t-printed">
                {form.words(field, content) || 'niente'}
              </span>,
            ])}
          />
        </>
      ) : (
        <>
          {typed.draftOf && <DraftNotice action={action} at={typed.draftOf} behind={base < sheet.revision} />}
          <form
            action={action}
            method="post"
            novalidate
            aria-label={form.title}
            class="t-part-form"
            data-draft={person && `${action}/bozza`}
          >
            {/* The first button is the one that the Enter key presses. */}
            <button type="submit" name="azione" value="salva" hidden>
              Salva
            </button>
            <input type="hidden" name="base" value={base} />
            <form.Fields fields={fields} problems={problems} withTools={withTools} />
            <div class="t-actions t-after">
              <button type="submit" name="azione" value="salva" class="btn btn-primary">
                Salva
              </button>
              {person && (
                <button type="submit" name="azione" value="bozza" class="btn btn-outline-primary">
                  Salva come bozza
                </button>
              )}
              <a class="btn btn-link" href={paths.contents(where)}>
                Torna ai contenuti senza salvare
              </a>
            </div>
            <output class="t-note" data-draft-status />
          </form>
        </>
      )}
      {children}
    </PartFrame>
  )
}

/** Says that what is shown was typed earlier and not saved. */
const DraftNotice = ({ action, at, behind }: { action: string; at: Date; behind: boolean }) => (
  <Alert tone="info">
    <p>
      Questa è la tua bozza del {formatInstant(at)}, non ancora salvata: la vedi solo tu.
      {behind && ' Nel frattempo altri hanno salvato: salvando vedrai campo per campo che cosa è cambiato.'}
    </p>
    <form action={`${action}/bozza`} method="post" class="t-after">
      <button type="submit" name="azione" value="scarta" class="btn btn-outline-primary btn-sm">
        Scarta la bozza
      </button>
    </form>
  </Alert>
)
