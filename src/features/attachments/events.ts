// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareEvents } from '../audit/index.ts'

/** The events of files that bodies keep, with their words. */
export const attachmentEvents = declareEvents<{
  /** A file was attached: an act, or what proves an activity. */
  readonly fileAttached: { readonly filename: string; readonly sha256: string; readonly size: number }
}>({
  fileAttached: {
    label: 'File allegati',
    words: ({ filename, sha256 }) => ({
      summary: `Ha allegato il file «${filename}»`,
      facts: [['Impronta del file (SHA-256)', sha256]],
    }),
  },
})
