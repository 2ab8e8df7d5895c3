// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../kernel/path.ts'

/** Every address of the site's pages, in one place: routes are declared on them and links are written with them. */
export const paths = {
  home: path('/'),
  administrations: path('/enti'),
  associations: path('/gestioni-associate'),
  administration: path('/enti/:slug'),
  plan: path('/enti/:slug/piano/:triennium'),
  line: path('/enti/:slug/piano/:triennium/linee/:code'),
  timeline: path('/enti/:slug/piano/:triennium/cronologia'),
  entryForm: path('/enti/:slug/piano/:triennium/linee/:code/modifica'),
  bulkUpdate: path('/enti/:slug/piano/:triennium/aggiornamento'),
  contents: path('/enti/:slug/piano/:triennium/contenuti'),
  completeness: path('/enti/:slug/piano/:triennium/completezza'),
  approval: path('/enti/:slug/piano/:triennium/approvazione'),
  versions: path('/enti/:slug/piano/:triennium/versioni'),
  newPlan: path('/enti/:slug/nuovo-piano'),
  carried: path('/enti/:slug/piano/:triennium/ripresa'),
  journal: path('/enti/:slug/registro'),
  documents: path('/enti/:slug/piano/:triennium/documenti'),
  document: path('/enti/:slug/piano/:triennium/documenti/:format'),
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
