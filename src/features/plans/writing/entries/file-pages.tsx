// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { fragment, seeOther } from '../../../../platform/http/answer.ts'
import { fileField, formRoute } from '../../../../platform/http/form-route.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { largestFile } from '../../../attachments/index.ts'
import { Markdown, typeContent } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { planActions } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { loadSheet } from '../editor/load-sheet.ts'
import { ofPlan } from '../editor/open-record.ts'
import type { EditedPlan } from '../editor/record-form.ts'
import { EntryParams, formLimit } from '../editor/requests.ts'
import { RecordPage } from '../editor/views/record-page.tsx'
import { attachFile } from './attach-file.ts'
import { entryForm } from './entry-editor.tsx'

const FileBody = z.object({
  prova: z.string().pipe(z.string('dire che cosa prova il file').trim().min(1).max(300, 'supera i 300 caratteri')),
  file: fileField('scegliere il file'),
})

/** The files that prove what was done are attached to an entry; and texts are shown as they will be printed. */
export const filePages = (dependencies: WritingPageDependencies): readonly Route[] => [
  formRoute({
    method: 'POST',
    path: planPaths.entryFile,
    permission: planActions.writeEntries,
    params: EntryParams,
    encoding: 'multipart',
    limit: largestFile,
    body: FileBody,
    async handle({ params, body: { prova, file: given }, viewer }) {
      await attachFile(dependencies, params, { label: prova, file: given }, viewer)
      return seeOther(`${planPaths.entryForm(params, { esito: 'allegato' })}#esito`)
    },
    async again({ params, viewer }, { message, problems }) {
      const formOf = (edited: EditedPlan) => entryForm(edited, params.code, dependencies.catalogue)
      const sheet = await loadSheet(dependencies, { of: ofPlan, formOf }, params, viewer)
      const { draft, content, offered, revision, form } = sheet
      const fields = draft?.fields ?? typeContent(form.kind.fields, content, offered)
      return (
        <RecordPage
          site={dependencies.site}
          sheet={sheet}
          action={planPaths.entryForm(params)}
          draftAction={planPaths.entryDraft(params)}
          typed={{ fields, base: draft?.base ?? revision, problems, message }}
          outcomes={{}}
        />
      )
    },
  }),
  formRoute({
    method: 'POST',
    path: planPaths.preview,
    permission: planActions.writeEntries,
    params: EntryParams.pick({ slug: true }),
    limit: formLimit,
    body: z.object({
      testo: z.string().pipe(Markdown).default(''),
      posto: z.enum(['cella', 'testo']).default('cella'),
    }),
    handle: ({ body: { testo, posto } }) =>
      fragment(<div>{dependencies.richText(testo, posto === 'testo' ? 'text' : 'cell')}</div>),
  }),
]
