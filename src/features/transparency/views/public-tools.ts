// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrintedTools } from '../../records/index.ts'
import type { VersionTools } from './version-body.tsx'

/** How public pages show records: links are for everybody, files stay inside the body. */
export const publicTools = ({ richText }: VersionTools): PrintedTools => ({
  richText,
  file: (_, label) => `${label} (file conservato dall’ente)`,
})
