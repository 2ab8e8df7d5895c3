// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Slug } from '../../kernel/ids.ts'
/** A file as it was given, with the name that it had. */
export type Attachment = { readonly filename: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** What pages read of the files that bodies keep. */
export type AttachmentReader = {
  /** The file of a body that has this hash; undefined when the body is unknown or keeps none. */
  find(slug: Slug, sha256: string): Promise<Attachment | undefined>
}
