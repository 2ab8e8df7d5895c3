// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The address of a file that proves something. */
export const attachmentPaths = {
  attachment: path('/enti/:slug/allegati/:sha256'),
} as const
