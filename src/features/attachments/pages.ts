// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { file } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { administrationActions, Slug } from '../administrations/index.ts'
import { attachmentPaths } from './addresses.ts'
import type { AttachmentReader } from './readers.ts'

/** The files that a body keeps, read by whoever reads its plans. */
export const attachmentPages = ({ attachments }: { readonly attachments: AttachmentReader }): readonly Route[] => [
  route({
    method: 'GET',
    path: attachmentPaths.attachment,
    permission: administrationActions.read,
    params: z.object({ slug: Slug, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    async handle({ params }) {
      const found = await attachments.find(params.slug, params.sha256)
      if (!found) throw notFound('File')
      return file(found.bytes, found.mediaType, plainName(found.filename))
    },
  }),
]

/** A file's name as every browser takes it: plain ASCII, no quotes. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '_')
