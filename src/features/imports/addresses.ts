// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of imported files and of what they propose. */
export const importPaths = {
  imports: path('/enti/:slug/importazioni'),
  import: path('/enti/:slug/importazioni/:id'),
  importFile: path('/enti/:slug/importazioni/:id/file'),
  importReading: path('/enti/:slug/importazioni/:id/lettura'),
  importDestination: path('/enti/:slug/importazioni/:id/piano'),
  importDiscarded: path('/enti/:slug/importazioni/:id/scarto'),
  importCopies: path('/enti/:slug/importazioni/:id/altri-enti'),
  proposalsAccepted: path('/enti/:slug/importazioni/:id/accettate'),
  proposalsDiscarded: path('/enti/:slug/importazioni/:id/scartate'),
  proposal: path('/enti/:slug/importazioni/:id/proposte/:proposal'),
} as const
