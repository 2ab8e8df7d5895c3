// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareEvents } from '../audit/index.ts'

/** The events of files that come in, with their words. */
export const importEvents = declareEvents<{
  /** A sheet of many bodies, brought in for one of them, was opened for this body too. */
  readonly sheetReceived: { readonly filename: string; readonly sha256: string; readonly from: string }
}>({
  sheetReceived: {
    label: 'Fogli arrivati da altri enti',
    words: ({ filename, sha256, from }) => ({
      summary: `Ha aperto l’importazione del foglio «${filename}», importato per l’ente ${from}`,
      facts: [['Impronta del file (SHA-256)', sha256]],
    }),
  },
})
