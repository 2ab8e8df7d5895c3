// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WorkKind } from '../../administrations/index.ts'

/** What waits in a plan. */
export const planWorkKinds = {
  late: { heading: 'In ritardo', count: 'in ritardo', tone: 'danger', tallied: true },
  /** The national date has passed and nobody has said a status. */
  toTell: { heading: 'Data passata, stato da indicare', count: 'da indicare', tone: 'warning', tallied: true },
  /** Only the body's own date has passed. */
  overdue: { heading: 'Oltre la data prevista dall’ente', count: 'oltre la data prevista', tone: 'warning' },
  due: { heading: 'In scadenza', count: 'in scadenza', tone: 'warning', tallied: true },
  returned: { heading: 'Piani rinviati con osservazioni', count: 'da correggere', tone: 'warning' },
  review: { heading: 'Piani da rivedere o approvare', count: 'da rivedere', tone: 'info' },
  publish: { heading: 'Piani approvati, da rendere esecutivi o pubblicare', count: 'da pubblicare', tone: 'info' },
  carried: { heading: 'Schede riprese, da rileggere', count: 'riprese', tone: 'info' },
  /** Nobody has said what decides lines. */
  questions: { heading: 'Domande sull’ente', count: 'domande sull’ente', tone: 'info' },
  stale: { heading: 'Schede ferme da tempo', count: 'ferme da tempo', tone: 'warning' },
  unowned: { heading: 'Schede senza responsabile', count: 'senza responsabile', tone: 'quiet' },
  toSend: { heading: 'Piani in bozza', count: 'in bozza', tone: 'quiet' },
  ahead: { heading: 'Scadenze più avanti', count: 'più avanti', tone: 'quiet' },
} as const satisfies Record<string, WorkKind>

/** What somebody typed and did not save. */
export const draftsKind: WorkKind = { heading: 'Le tue modifiche non salvate', count: 'non salvate', tone: 'info' }
