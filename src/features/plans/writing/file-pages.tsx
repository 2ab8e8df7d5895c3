// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { fileField, formRoute } from '../../../platform/http/form-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import { largestFile } from '../../attachments/index.ts'
import { attachFile } from './attach-file.ts'
import { EntryParams, Typed, type WritingPageDependencies } from './page-requests.ts'
import { typeEntry } from './typed-entry.ts'
import { EntryFormPage } from './views/entry-form-page.tsx'

const FileBody = z.object({
  prova: Typed.pipe(z.string('dire che cosa prova il file').trim().min(1).max(300, 'supera i 300 caratteri')),
  file: fileField('scegliere il file'),
})

/** The files that prove what was done, attached to an entry. */
export const filePages = ({ entries, useCases, site }: WritingPageDependencies): readonly Route[] => [
  formRoute({
    method: 'POST',
    path: paths.entryFile,
    permission: 'entry.write',
    params: EntryParams,
    encoding: 'multipart',
    limit: largestFile,
    body: FileBody,
    async handle({ params, body: { prova, file: given }, viewer }) {
      await attachFile(useCases, params, { label: prova, file: given }, viewer)
      return seeOther(`${paths.entryForm(params, { esito: 'allegato' })}#esito`)
    },
    async again({ params, viewer }, { message, problems }) {
      const form = await entries.form(params, viewer)
      if (!form) throw notFound(`Piano ${params.triennium} dell’ente «${params.slug}»`)
      const { draft, content, offices, revision } = form
      const fields = draft?.fields ?? typeEntry(content, offices)
      return (
        <EntryFormPage
          site={site}
          form={form}
          fields={fields}
          base={draft?.base ?? revision}
          problems={problems}
          message={message}
        />
      )
    },
  }),
]
