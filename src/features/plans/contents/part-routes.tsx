// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { invalidInput, notFound } from '../../../kernel/errors.ts'
import type { ParameterNames, Path } from '../../../kernel/path.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { type Answer, page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import { partName } from '../parts/part-kind.ts'
import type { Side } from '../parts/rules.ts'
import type { PlanAddress } from '../plan/model.ts'
import { formLimit, Revision } from '../writing/page-requests.ts'
import type { TypedFields } from '../writing/typed-values.ts'
import { addressOf, draftRoute, PartBody } from './draft-route.tsx'
import { keepDraft } from './keep-draft.ts'
import { type PartForm, withMoreRows } from './part-form.ts'
import type { ContentsReader, PartSheet, WorkingPlan } from './readers.ts'
import { type ContentsOutcome, type SideChoice, saveContents } from './save-contents.ts'
import { PartConflictPage } from './views/part-conflict-page.tsx'
import { PartPage, type Typed } from './views/part-page.tsx'

/** What the pages of a plan's parts are made with. */
export type PartPageDependencies = {
  readonly contents: ContentsReader
  readonly tenants: Tenants
  readonly clock: Clock
  /** Markdown as people wrote it → elements; no HTML of theirs passes. */
  readonly richText: (markdown: string) => ComponentChildren
  readonly site: Site
}

/** A part that has a page of its own. */
export type PartRoutes<Pattern extends string, Parameters extends PlanAddress, Content extends object> = {
  readonly path: Path<Pattern>
  readonly params: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  /** Undefined where the address names no part. */
  readonly form: (plan: WorkingPlan, parameters: Parameters) => PartForm<Content> | undefined
  /** Stores it elsewise than in place: under a new key. */
  readonly save?: (
    parameters: Parameters,
    content: Content | undefined,
    viewer: Viewer,
  ) => Promise<ContentsOutcome<Content>>
  /** What else is to be told of a save, as parameters of the address of the contents. */
  readonly outcome?: (before: WorkingPlan, after: WorkingPlan) => Readonly<Record<string, string>>
  /** What else the page offers. */
  readonly below?: (sheet: PartSheet<Content>) => ComponentChildren
}

/** The pages of a part: its form, with preview, rows to add, texts to begin from, and the choice between two sides. */
export function partRoutes<const Pattern extends string, Parameters extends PlanAddress, Content extends object>(
  { path, params, form, save, outcome, below }: PartRoutes<Pattern, Parameters, Content>,
  { contents, tenants, clock, richText, site }: PartPageDependencies,
): readonly Route[] {
  const find = async (parameters: Parameters, { person }: Viewer): Promise<PartSheet<Content>> => {
    const sheet = await contents.part(parameters, person?.id, (plan) => {
      const found = form(plan, parameters)
      if (!found) throw notFound('Parte del piano')
      return found
    })
    if (!sheet) throw notFound(`Piano ${parameters.triennium} dell’ente «${parameters.slug}»`)
    return sheet
  }

  const show = async (parameters: Parameters, sheet: PartSheet<Content>, typed: Typed) => {
    const { kind, key } = sheet.form
    const suggestions = kind.name === 'narrative' ? await contents.suggestions(parameters, key) : []
    return (
      <PartPage site={site} sheet={sheet} typed={typed} suggestions={suggestions} action={addressOf(path, parameters)}>
        {below?.(sheet)}
      </PartPage>
    )
  }

  /** The form as it was sent, with what the button asked for. */
  const showAgain = async (
    parameters: Parameters,
    sheet: PartSheet<Content>,
    action: string,
    { base, fields }: { readonly base: number; readonly fields: TypedFields },
  ) => {
    const { text, lists = {}, key } = sheet.form
    const list = action.replace(/^righe-/, '')
    if (list in lists) return await show(parameters, sheet, { base, fields: withMoreRows(fields, list) })
    if (text && action === 'anteprima') {
      return await show(parameters, sheet, { base, fields, preview: richText(fields[text] ?? '') })
    }
    const suggestion = (await contents.suggestions(parameters, key)).find((one) => action === `inserisci-${one.key}`)
    if (!text || !suggestion) throw invalidInput('Il modulo chiede qualcosa che questa pagina non sa fare.')
    const whole = [fields[text], suggestion.markdown].filter(Boolean).join('\n\n')
    return await show(parameters, sheet, { base, fields: { ...fields, [text]: whole }, suggested: suggestion.label })
  }

  const answer = async (
    parameters: Parameters,
    sheet: PartSheet<Content>,
    { base, fields }: { readonly base: number; readonly fields: TypedFields },
    result: ContentsOutcome<Content>,
  ): Promise<Answer> => {
    const { slug, triennium } = parameters
    if (result.kind === 'conflict' || result.kind === 'undecided') {
      const { conflict } = result
      const undecided = result.kind === 'undecided'
      const typed = undecided ? fields : sheet.form.type(conflict.mine)
      const problems = undecided ? result.problems : []
      const props = { site, sheet, fields: typed, base, conflict, problems, action: addressOf(path, parameters) }
      return page(<PartConflictPage {...props} />, undecided ? 422 : 409)
    }
    const told = outcome && (await contents.plan(parameters))
    const more = told ? outcome?.(sheet.plan, told) : {}
    const esito = result.kind === 'saved' ? 'salvata' : 'invariata'
    const { kind, key } = sheet.form
    return seeOther(`${paths.contents({ slug, triennium }, { esito, parte: partName(kind, key), ...more })}#esito`)
  }

  return [
    route({
      method: 'GET',
      path,
      permission: 'plan.write',
      params,
      async handle({ params: parameters, viewer }) {
        const sheet = await find(parameters, viewer)
        const {
          form: { type },
          content,
          revision,
          draft,
        } = sheet
        const stored = { fields: type(content), base: revision }
        return page(await show(parameters, sheet, draft ? { ...draft, draftOf: draft.savedAt } : stored))
      },
    }),
    formRoute({
      method: 'POST',
      path,
      permission: 'plan.write',
      params,
      limit: formLimit,
      body: PartBody,
      async handle({ params: parameters, body: { azione, base, theirs, ...fields }, viewer }) {
        const sheet = await find(parameters, viewer)
        if (azione === 'bozza') {
          await keepDraft({ tenants, clock }, { ...parameters, ...sheet.form }, { base, fields }, viewer)
          return seeOther(addressOf(path, parameters))
        }
        if (azione !== 'salva' && azione !== 'risolvi') {
          return page(await showAgain(parameters, sheet, azione, { base, fields }))
        }
        const { value, problems } = sheet.form.read(fields)
        if (problems.length > 0) throw invalidInput('Niente è stato salvato: ci sono valori da correggere.', problems)
        const choice: SideChoice | undefined =
          azione === 'risolvi' && theirs !== undefined ? { theirs, sides: sidesIn(fields) } : undefined
        const { kind, key } = sheet.form
        const edit = { base, content: value, ...(choice && { choice }) }
        const result = save
          ? await save(parameters, value, viewer)
          : await saveContents(tenants, kind, { ...parameters, key }, edit, viewer)
        const from = result.kind === 'conflict' && choice ? choice.theirs : base
        return await answer(parameters, sheet, { base: from, fields }, result)
      },
      async again({ params: parameters, viewer }, { message, problems, values }) {
        const sheet = await find(parameters, viewer)
        const { azione: _, base, ...fields } = values
        const revision = Revision.safeParse(base).data ?? sheet.revision
        return await show(parameters, sheet, { fields, base: revision, problems, message })
      },
    }),
    draftRoute({ path, params, find }, { tenants, clock }),
  ]
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
