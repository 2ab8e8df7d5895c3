// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { fragment, page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import type { PlanAddress } from '../plan/model.ts'
import { LineTable } from '../plan/views/line-table.tsx'
import { bulkLabels } from './bulk-change.ts'
import { lineWriting } from './line-writing.tsx'
import type { EntryPlace } from './model.ts'
import { EntryParams, formLimit, PlanParams, Revision, Typed, type WritingPageDependencies } from './page-requests.ts'
import { saveEntry } from './save-entry.ts'
import { typeEntry } from './typed-entry.ts'
import type { TypedFields } from './typed-values.ts'
import { previewUpdate, updateEntries } from './update-entries.ts'
import { BulkPage, listAddress } from './views/bulk-page.tsx'
import { ConflictPage } from './views/conflict-page.tsx'
import { EntryFormPage } from './views/entry-form-page.tsx'

/** The list that an update began from, as the query of its address. */
const List = z.string().max(500).default('modo=aggiorna')

const RowBody = z.object({
  base: Revision,
  list: List,
  shown: z.enum(['status planned completed', 'status completed']),
  status: Typed.optional(),
  planned: Typed.optional(),
  completed: Typed.optional(),
})

const BulkBody = z.object({ azione: z.enum(['anteprima', 'conferma']), list: List }).catchall(Typed)

/** Updates in the list of the lines: of one, or of many together. */
export const updatePages = ({ entries, plans, useCases, site }: WritingPageDependencies): readonly Route[] => {
  const findForm = async (place: EntryPlace, viewer: Viewer) => {
    const form = await entries.form(place, viewer)
    if (!form) throw notFound(`Piano ${place.triennium} dell’ente «${place.slug}»`)
    return form
  }
  const findPlan = async ({ slug, triennium }: PlanAddress) => {
    const plan = await plans.tailored(slug, triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    return plan
  }
  return [
    formRoute({
      method: 'POST',
      path: paths.entryUpdate,
      permission: 'entry.write',
      params: EntryParams,
      body: RowBody,
      async handle({ params, body: { base, list, ...typed }, viewer, today, client }) {
        const fields = present(typed)
        const outcome = await saveEntry(useCases, params, { base, fields }, viewer, today)
        if (outcome.kind === 'conflict') {
          const form = await findForm(params, viewer)
          return page(<ConflictPage site={site} form={form} base={base} conflict={outcome.conflict} />, 409)
        }
        const said = outcome.kind === 'unchanged' ? 'invariata' : 'salvata'
        if (!client.headers.has('x-timone-fragment')) {
          return seeOther(listAddress(params, list, { esito: said }, params.code))
        }
        const { tailored } = await findPlan(params)
        const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
        const { slug, triennium, code } = params
        const tools = await lineWriting(entries).listTools({ slug, triennium }, list)
        return fragment(
          <div>
            <p data-said>{said === 'salvata' ? `${code}: salvato` : `${code}: era già così`}</p>
            <LineTable
              caption={`Linea ${code}`}
              where={{ slug, triennium }}
              lines={lines.filter(({ line }) => line.code === code)}
              today={today}
              tools={tools}
            />
          </div>,
        )
      },
      async again({ params, viewer }, { message, problems, values }) {
        const form = await findForm(params, viewer)
        const { base, list, shown, ...typed } = values
        const fields = { ...typeEntry(form.content, form.offices), ...typed }
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
      path: paths.bulkUpdate,
      permission: 'entry.write',
      params: PlanParams,
      limit: formLimit,
      body: BulkBody,
      async handle({ params, body: { azione, list, ...fields }, viewer, today }) {
        const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => name in bulkLabels))
        const bases = basesIn(fields)
        const edit = { bases, change: typed }
        const plan = await findPlan(params)
        const preview = async (stale: readonly string[]) => {
          const changes = await previewUpdate(useCases, params, edit, viewer, today)
          return (
            <BulkPage
              site={site}
              plan={plan}
              where={params}
              changes={changes}
              typed={typed}
              list={list}
              stale={stale}
            />
          )
        }
        if (azione === 'anteprima') return page(await preview([]))
        const outcome = await updateEntries(useCases, params, edit, viewer, today)
        if (outcome.kind === 'conflict') return page(await preview(outcome.codes), 409)
        return seeOther(listAddress(params, list, { esito: 'aggiornate' }))
      },
    }),
  ]
}

const present = (fields: Readonly<Record<string, string | undefined>>): TypedFields =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined))

/** The selected lines, with the revision of each that was on the page. */
function basesIn(fields: TypedFields): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const revision = name.startsWith('linea-') ? Revision.safeParse(value).data : undefined
      return revision === undefined ? [] : [[name.slice('linea-'.length), revision] as const]
    }),
  )
}
