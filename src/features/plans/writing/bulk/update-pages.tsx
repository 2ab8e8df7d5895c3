// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Viewer } from '../../../../kernel/access.ts'
import { fragment, page, seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type TypedFields, typeContent } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { LineTable, noPlan, type PlanAddress, type PlanReader, planActions } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { loadSheet } from '../editor/load-sheet.ts'
import { ofPlan } from '../editor/open-record.ts'
import type { EditedPlan } from '../editor/record-form.ts'
import { EntryParams, formLimit, PlanParams, Revision } from '../editor/requests.ts'
import { saveRecord } from '../editor/save-record.ts'
import { ConflictPage } from '../editor/views/conflict-page.tsx'
import { RecordPage } from '../editor/views/record-page.tsx'
import { entryForm } from '../entries/entry-editor.tsx'
import type { EntryReader } from '../entries/read-entries.ts'
import { lineWriting } from '../line-writing.tsx'
import type { EntryPlace } from '../model.ts'
import { bulkLabels } from './bulk-change.ts'
import { previewUpdate, updateEntries } from './update-entries.ts'
import { BulkPage, listAddress } from './views/bulk-page.tsx'

/** The list that an update began from, as the query of its address. */
const List = z.string().max(500).default('modo=aggiorna')

const RowBody = z.object({
  base: Revision,
  list: List,
  shown: z.enum(['status planned completed', 'status completed']),
  status: z.string().optional(),
  planned: z.string().optional(),
  completed: z.string().optional(),
})

const BulkBody = z.object({ azione: z.enum(['anteprima', 'conferma']), list: List }).catchall(z.string())

/** What the pages that update many entries are made with. */
export type UpdatePageDependencies = WritingPageDependencies & {
  readonly entries: EntryReader
  readonly plans: PlanReader
}

/** Updates in the list of the lines: of one, or of many together. */
export const updatePages = (dependencies: UpdatePageDependencies): readonly Route[] => {
  const { entries, plans, site, catalogue } = dependencies
  const formOf = (edited: EditedPlan, { code }: EntryPlace) => entryForm(edited, code, catalogue)
  const places = { of: ofPlan, formOf }
  const findSheet = (place: EntryPlace, viewer: Viewer) => loadSheet(dependencies, places, place, viewer)
  const findPlan = async (address: PlanAddress) => {
    const plan = await plans.tailored(address.slug, address.triennium)
    if (!plan) throw noPlan(address)
    return plan
  }
  return [
    formRoute({
      method: 'POST',
      path: planPaths.entryUpdate,
      permission: planActions.writeEntries,
      params: EntryParams,
      body: RowBody,
      async handle({ params, body: { base, list, ...typed }, viewer, today, client }) {
        const fields = present(typed)
        const outcome = await saveRecord(dependencies, places, params, { base, fields }, viewer, today)
        if (outcome.kind === 'conflict' || outcome.kind === 'undecided') {
          const sheet = await findSheet(params, viewer)
          const typed = typeContent(sheet.form.kind.fields, outcome.conflict.mine, sheet.offered)
          return page(
            <ConflictPage
              site={site}
              sheet={sheet}
              action={planPaths.entryForm(params)}
              typed={typed}
              base={base}
              conflict={outcome.conflict}
              chosen={{}}
              problems={[]}
            />,
            409,
          )
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
        const sheet = await findSheet(params, viewer)
        const { base, list, shown, ...typed } = values
        const fields = { ...typeContent(sheet.form.kind.fields, sheet.content, sheet.offered), ...typed }
        const revision = Revision.safeParse(base).data ?? sheet.revision
        return (
          <RecordPage
            site={site}
            sheet={sheet}
            action={planPaths.entryForm(params)}
            draftAction={planPaths.entryDraft(params)}
            typed={{ fields, base: revision, problems, message }}
            outcomes={{}}
          />
        )
      },
    }),
    formRoute({
      method: 'POST',
      path: planPaths.bulkUpdate,
      permission: planActions.writeEntries,
      params: PlanParams,
      limit: formLimit,
      body: BulkBody,
      async handle({ params, body: { azione, list, ...fields }, viewer, today }) {
        const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => name in bulkLabels))
        const bases = basesIn(fields)
        const edit = { bases, change: typed }
        const plan = await findPlan(params)
        const preview = async (stale: readonly string[]) => {
          const changes = await previewUpdate(dependencies, params, edit, viewer, today)
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
        const outcome = await updateEntries(dependencies, params, edit, viewer, today)
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
