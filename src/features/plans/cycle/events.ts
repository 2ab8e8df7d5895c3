// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { declareEvents } from '../../audit/index.ts'

/** The events of a plan's cycle, with their words. */
export const cycleEvents = declareEvents<{
  /** A plan that is being written moved to a newer edition. */
  readonly editionChanged: {
    readonly triennium: Triennium
    readonly before: string
    readonly after: string
    /** Entries to review. */
    readonly toReview: number
    /** Codes of the entries whose lines the newer edition does not have. */
    readonly retired: readonly string[]
  }
}>({
  editionChanged: {
    label: 'Cambi di edizione',
    words: ({ triennium, before, after, toReview, retired }) => ({
      summary: `Ha portato il piano ${triennium} dall’edizione ${before} alla ${after}: ${plural(toReview, 'scheda da rivedere', 'schede da rivedere')}`,
      facts: [['Linee che la nuova edizione non ha più', retired.join(', ')]],
    }),
  },
})
