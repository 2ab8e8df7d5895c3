// SPDX-License-Identifier: AGPL-3.0-or-later

import type { VNode } from 'preact'
import { z } from 'zod'
import type { Action, Viewer } from '../../../../kernel/access.ts'
import { formatInstant } from '../../../../kernel/dates.ts'
import { invalidInput } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { path as makePath, type ParameterNames, type Path } from '../../../../kernel/path.ts'
import { type Answer, fragment, page, seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import {
  anyField,
  type Fields,
  fieldNames,
  type RecordOwner,
  type Side,
  type TypedFields,
  typeContent,
  withMoreRows,
} from '../../../records/index.ts'
import type { WritingPageDependencies } from './dependencies.ts'
import { keepDraft } from './keep-draft.ts'
import { loadSheet } from './load-sheet.ts'
import type { RecordPath } from './open-record.ts'
import type { Edited, RecordForm, RecordSheet, TypedEdit } from './record-form.ts'
import { formLimit, RecordBody, Revision } from './requests.ts'
import { type EditOutcome, type SideChoice, saveRecord } from './save-record.ts'
import { ConflictPage } from './views/conflict-page.tsx'
import { RecordPage, type Typed } from './views/record-page.tsx'

/** Records that have a page of their own. */
export type EditorRoutes<
  Pattern extends string,
  Address extends { readonly slug: Slug },
  Parameters extends Address,
  Content extends object,
  More,
  Owner extends RecordOwner,
> = {
  /** Whose records they are: `ofPlan`, `ofBody`. */
  readonly of: RecordPath<Address, Owner>
  readonly path: Path<Pattern>
  /** Where a script keeps what is being typed; absent: the page’s address and `/bozza`. */
  readonly draftPath?: Path<Pattern>
  readonly params: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  readonly permission: Action
  /** Undefined where the address names no record. */
  readonly form: (edited: Edited<Owner>, parameters: Parameters) => RecordForm<Content, More, Owner> | undefined
}

const outcomes = {
  bozza: 'Bozza salvata: la vedi solo tu, finché non salvi.',
  scartata: 'Bozza scartata.',
  salvata: 'Salvato.',
  invariata: 'Niente da salvare: non era cambiato niente.',
  allegato: 'File aggiunto alle prove.',
}

/** The pages of a record: its form, with preview, rows to add, texts to begin from, drafts, and the choice between two sides. */
export function editorRoutes<
  const Pattern extends string,
  Address extends { readonly slug: Slug },
  Parameters extends Address,
  Content extends object,
  More,
  Owner extends RecordOwner,
>(
  { of, path, draftPath, params, permission, form }: EditorRoutes<Pattern, Address, Parameters, Content, More, Owner>,
  dependencies: WritingPageDependencies,
): readonly Route[] {
  const { site, richText } = dependencies
  const places = { of, formOf: form }
  const load = (parameters: Parameters, viewer: Viewer) => loadSheet(dependencies, places, parameters, viewer)
  const addressOf = (parameters: Parameters, of: Path<Pattern> = path): string =>
    of(parameters as unknown as Record<ParameterNames<Pattern>, string>)
  // The longer pattern has the same parameters, which the compiler cannot tell of a pattern that it does not know.
  const drafts = draftPath ?? (makePath(`${path.pattern}/bozza`) as unknown as Path<Pattern>)

  const show = (parameters: Parameters, sheet: RecordSheet<Content, More, Owner>, typed: Typed): VNode => (
    <RecordPage
      site={site}
      sheet={sheet}
      typed={typed}
      action={addressOf(parameters)}
      draftAction={addressOf(parameters, drafts)}
      outcomes={outcomes}
    />
  )

  /** The form as it was sent, with what the button asked for. */
  const showAgain = (
    parameters: Parameters,
    sheet: RecordSheet<Content, More, Owner>,
    asked: string,
    { base, fields }: TypedEdit,
  ): VNode => {
    const name = asked.replace(/^righe-/, '')
    if (asked !== name && name in sheet.form.kind.fields) {
      return show(parameters, sheet, { base, fields: withMoreRows(fields, name) })
    }
    const text = longTextOf(sheet.form.kind.fields)
    if (text && asked === 'anteprima') {
      const preview = richText(fields[text.name] ?? '', text.place)
      return show(parameters, sheet, { base, fields, preview })
    }
    const suggestion = sheet.suggestions.find(({ key }) => asked === `inserisci-${key}`)
    if (!text || !suggestion) throw invalidInput('Il modulo chiede qualcosa che questa pagina non sa fare.')
    const whole = [fields[text.name], suggestion.markdown].filter(Boolean).join('\n\n')
    return show(parameters, sheet, { base, fields: { ...fields, [text.name]: whole }, suggested: suggestion.label })
  }

  const answer = async (
    parameters: Parameters,
    { base, fields }: TypedEdit,
    outcome: EditOutcome<Content>,
    viewer: Viewer,
  ): Promise<Answer> => {
    if (outcome.kind !== 'conflict' && outcome.kind !== 'undecided') return seeOther(outcome.to)
    const sheet = await load(parameters, viewer)
    const { conflict } = outcome
    const undecided = outcome.kind === 'undecided'
    const props = {
      site,
      sheet,
      base,
      conflict,
      typed: typeContent(sheet.form.kind.fields, conflict.mine, sheet.offered),
      chosen: undecided ? fields : {},
      problems: undecided ? outcome.problems : [],
      action: addressOf(parameters),
    }
    return page(<ConflictPage {...props} />, undecided ? 422 : 409)
  }

  return [
    route({
      method: 'GET',
      path,
      permission,
      params,
      query: z.object({ esito: z.string().max(20).optional() }),
      async handle({ params: parameters, query, viewer }) {
        const sheet = await load(parameters, viewer)
        const { form: opened, content, revision, draft, offered } = sheet
        const stored = { fields: typeContent(opened.kind.fields, content, offered), base: revision }
        const typed = draft ? { fields: draft.fields, base: draft.base, draftOf: draft.savedAt } : stored
        return page(show(parameters, sheet, { ...typed, outcome: query.esito }))
      },
    }),
    formRoute({
      method: 'POST',
      path,
      permission,
      params,
      limit: formLimit,
      body: RecordBody,
      async handle({ params: parameters, body: { azione, base, theirs, ...fields }, viewer, today }) {
        const edit = { base, fields }
        if (azione === 'bozza') {
          await keepDraft(dependencies, places, parameters, edit, viewer)
          return seeOther(`${addressOf(parameters)}?esito=bozza#esito`)
        }
        if (azione !== 'salva' && azione !== 'risolvi') {
          return page(showAgain(parameters, await load(parameters, viewer), azione, edit))
        }
        const choice: SideChoice | undefined =
          azione === 'risolvi' && theirs !== undefined ? { theirs, sides: sidesIn(fields) } : undefined
        const whole = { ...edit, ...(choice && { choice }) }
        const outcome = await saveRecord(dependencies, places, parameters, whole, viewer, today)
        const from = outcome.kind === 'conflict' && choice ? choice.theirs : base
        return await answer(parameters, { base: from, fields }, outcome, viewer)
      },
      async again({ params: parameters, viewer }, { message, problems, values }) {
        const sheet = await load(parameters, viewer)
        const { azione: _, base, theirs: __, ...fields } = values
        const revision = Revision.safeParse(base).data ?? sheet.revision
        return show(parameters, sheet, { fields, base: revision, problems, message })
      },
    }),
    formRoute({
      method: 'POST',
      path: drafts,
      permission,
      params,
      limit: formLimit,
      body: RecordBody.extend({ base: Revision.optional() }),
      async handle({ params: parameters, body: { azione, base, theirs: _, ...fields }, viewer }) {
        const edit = azione === 'scarta' || base === undefined ? undefined : { base, fields }
        const savedAt = await keepDraft(dependencies, places, parameters, edit, viewer)
        if (!edit) return seeOther(`${addressOf(parameters)}?esito=scartata#esito`)
        return fragment(
          <span>{savedAt ? `Bozza salvata ${formatInstant(savedAt).slice(11)}` : 'Nessuna modifica da salvare'}</span>,
        )
      },
    }),
  ]
}

/** The field that has the tools of a long text, and where it is printed. */
function longTextOf<Content extends object>(fields: Fields<Content>) {
  const name = fieldNames(fields).find((field) => anyField(fields, field).longText)
  return name && { name, place: anyField(fields, name).longText }
}

/** What was chosen of a conflict, by field. */
const sidesIn = (fields: TypedFields): Readonly<Record<string, Side>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, side]) =>
      name.startsWith('side-') && (side === 'mine' || side === 'theirs')
        ? [[name.slice('side-'.length), side] as const]
        : [],
    ),
  )
