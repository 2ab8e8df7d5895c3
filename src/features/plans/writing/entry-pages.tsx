// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import { formatInstant } from '../../../kernel/dates.ts'
import { invalidInput, notFound } from '../../../kernel/errors.ts'
import { type Answer, fragment, page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import { Markdown } from '../plan/model.ts'
import type { EntryPlace } from './model.ts'
import { EntryParams, formLimit, Revision, Typed, type WritingPageDependencies } from './page-requests.ts'
import type { EntryForm } from './readers.ts'
import { type ChoiceOutcome, resolveConflict } from './resolve-conflict.ts'
import { discardDraft, saveDraft } from './save-draft.ts'
import { type EntryEdit, saveEntry } from './save-entry.ts'
import { typeEntry } from './typed-entry.ts'
import type { TypedFields } from './typed-values.ts'
import { ConflictPage } from './views/conflict-page.tsx'
import { EntryFormPage } from './views/entry-form-page.tsx'

const EntryBody = z
  .object({ azione: z.string().default('salva'), base: Revision, theirs: Revision.optional() })
  .catchall(Typed)

/** Rows that «Aggiungi righe» adds. */
const moreRows = 5

/** The form of an entry: read, preview, draft, save, choose between two people's changes. */
export const entryPages = ({ entries, useCases, richText, site }: WritingPageDependencies): readonly Route[] => {
  const findForm = async (place: EntryPlace, viewer: Viewer): Promise<EntryForm> => {
    const form = await entries.form(place, viewer)
    if (!form) throw notFound(`Piano ${place.triennium} dell’ente «${place.slug}»`)
    return form
  }

  /** The page after an attempt to save: the line when it is stored, the choice when it is not. */
  const answer = async (
    place: EntryPlace,
    base: number,
    outcome: ChoiceOutcome,
    viewer: Viewer,
    chosen: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    switch (outcome.kind) {
      case 'saved':
        return seeOther(`${paths.line(place, { esito: 'salvata' })}#esito`)
      case 'reviewed':
        return seeOther(`${paths.line(place, { esito: 'rivista' })}#esito`)
      case 'unchanged':
        return seeOther(`${paths.line(place, { esito: 'invariata' })}#esito`)
      case 'conflict': {
        const form = await findForm(place, viewer)
        return page(<ConflictPage site={site} form={form} base={base} conflict={outcome.conflict} />, 409)
      }
      case 'undecided': {
        const form = await findForm(place, viewer)
        const { conflict, problems } = outcome
        return page(
          <ConflictPage site={site} form={form} base={base} conflict={conflict} chosen={chosen} problems={problems} />,
          422,
        )
      }
    }
  }

  /** The form as it was sent, with what the button asked for. */
  const shownAgain = async (place: EntryPlace, viewer: Viewer, action: string, { base, fields }: EntryEdit) => {
    const form = await findForm(place, viewer)
    const props = { site, form, base, problems: [] }
    if (action === 'anteprima') {
      return page(<EntryFormPage {...props} fields={fields} preview={richText(fields.activity ?? '')} />)
    }
    if (action.startsWith('righe-')) {
      const rows = { list: action.slice('righe-'.length), more: moreRows }
      return page(<EntryFormPage {...props} fields={fields} rows={rows} />)
    }
    const suggestion = form.suggestions.find(({ key }) => action === `inserisci-${key}`)
    if (!suggestion) throw invalidInput('Il modulo chiede qualcosa che questa pagina non sa fare.')
    const activity = [fields.activity, suggestion.markdown].filter(Boolean).join('\n\n')
    return page(<EntryFormPage {...props} fields={{ ...fields, activity, suggested: suggestion.label }} />)
  }

  return [
    route({
      method: 'GET',
      path: paths.entryForm,
      permission: 'entry.write',
      params: EntryParams,
      query: z.object({ esito: z.string().optional() }),
      async handle({ params, query, viewer }) {
        const form = await findForm(params, viewer)
        const { draft, revision, content, offices } = form
        const fields = draft?.fields ?? typeEntry(content, offices)
        const base = draft?.base ?? revision
        return page(
          <EntryFormPage site={site} form={form} fields={fields} base={base} problems={[]} outcome={query.esito} />,
        )
      },
    }),
    formRoute({
      method: 'POST',
      path: paths.entryForm,
      permission: 'entry.write',
      params: EntryParams,
      limit: formLimit,
      body: EntryBody,
      async handle({ params, body: { azione, base, theirs, ...fields }, viewer, today }) {
        const edit = { base, fields }
        if (azione === 'salva') {
          return await answer(params, base, await saveEntry(useCases, params, edit, viewer, today), viewer, {})
        }
        if (azione === 'risolvi' && theirs !== undefined) {
          const choice = { ...edit, theirs, sides: sidesIn(fields) }
          const outcome = await resolveConflict(useCases, params, choice, viewer, today)
          return await answer(params, outcome.kind === 'conflict' ? theirs : base, outcome, viewer, fields)
        }
        if (azione === 'bozza') {
          await saveDraft(useCases, params, edit, viewer)
          return seeOther(`${paths.entryForm(params, { esito: 'bozza' })}#esito`)
        }
        return await shownAgain(params, viewer, azione, edit)
      },
      async again({ params, viewer }, { message, problems, values }) {
        const form = await findForm(params, viewer)
        const { azione, base, ...fields } = values
        const revision = Revision.safeParse(base).data ?? form.revision
        return (
          <EntryFormPage
            site={site}
            form={form}
            fields={fields}
            base={revision}
            problems={problems}
            message={message}
          />
        )
      },
    }),
    formRoute({
      method: 'POST',
      path: paths.entryDraft,
      permission: 'entry.write',
      params: EntryParams,
      limit: formLimit,
      body: EntryBody.extend({ base: Revision.optional() }),
      async handle({ params, body: { azione, base, theirs, ...fields }, viewer }) {
        if (azione === 'scarta' || base === undefined) {
          await discardDraft(useCases, params, viewer)
          return seeOther(`${paths.entryForm(params, { esito: 'scartata' })}#esito`)
        }
        const savedAt = await saveDraft(useCases, params, { base, fields }, viewer)
        return fragment(
          <span>{savedAt ? `Bozza salvata ${formatInstant(savedAt).slice(11)}` : 'Nessuna modifica da salvare'}</span>,
        )
      },
    }),
    formRoute({
      method: 'POST',
      path: paths.preview,
      permission: 'entry.write',
      params: EntryParams.pick({ slug: true }),
      limit: formLimit,
      body: z.object({ testo: Typed.pipe(Markdown).default('') }),
      handle: ({ body }) => fragment(<div>{richText(body.testo)}</div>),
    }),
  ]
}

/** What was chosen of a conflict, by field. */
const sidesIn = (fields: TypedFields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, side]) =>
      name.startsWith('side-') && (side === 'mine' || side === 'theirs')
        ? [[name.slice('side-'.length), side] as const]
        : [],
    ),
  )
