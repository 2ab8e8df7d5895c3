// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { declareEvents, type EventOf } from '../../audit/index.ts'

/**
 * How a plan came about. Later features record those of their own making, but the plan's own history asks for them
 * all.
 */
export type PlanEvents = {
  /** A plan was begun: empty, or from an earlier one of the body. */
  readonly planCreated: {
    readonly triennium: Triennium
    readonly edition: string
    /** The triennium of the earlier plan that it continues. */
    readonly from: string | null
    /** Entries carried over. */
    readonly entries: number
  }
  /** A body's plan was stored whole, in place of the one for the same triennium. */
  readonly profileAdopted: {
    readonly triennium: Triennium
    readonly edition: string
    readonly entries: number
    readonly initiatives: number
    /** SHA-256 of the plan's canonical JSON, before (null for a new plan) and after. */
    readonly before: string | null
    readonly after: string
  }
  /** What was read in a file went into a plan; the `profileAdopted` of the same transaction says the outcome. */
  readonly importAccepted: {
    readonly filename: string
    /** SHA-256 of the file. */
    readonly sha256: string
    readonly triennium: Triennium
    readonly edition: string
    /** Records accepted, by kind. */
    readonly counts: Readonly<Record<string, number>>
  }
}

/** The events of how a plan came about, with their words. */
export const planEvents = declareEvents<PlanEvents>({
  planCreated: {
    label: 'Piani iniziati',
    words: ({ triennium, edition, from, entries }) => ({
      summary: from
        ? `Ha iniziato il piano ${triennium} sull’edizione ${edition}, da quello ${from}: ${plural(entries, 'scheda ripresa', 'schede riprese')}`
        : `Ha iniziato il piano ${triennium} sull’edizione ${edition}`,
    }),
  },
  profileAdopted: {
    label: 'Piani caricati per intero',
    words: ({ triennium, edition, entries, initiatives, before, after }) => ({
      summary: `${before === null ? 'Ha caricato' : 'Ha sostituito per intero'} il piano ${triennium} sull’edizione ${edition}: ${plural(entries, 'scheda', 'schede')}, ${plural(initiatives, 'iniziativa', 'iniziative')}`,
      facts: [
        ['Impronta del piano prima (SHA-256)', before ?? undefined],
        ['Impronta del piano dopo (SHA-256)', after],
      ],
    }),
  },
  importAccepted: {
    label: 'Proposte accettate da un file',
    words: ({ filename, sha256, triennium, counts }) => ({
      summary: `Ha accettato nel piano ${triennium} ${plural(total(counts), 'proposta letta', 'proposte lette')} nel file «${filename}»`,
      facts: [['Impronta del file (SHA-256)', sha256]],
    }),
  },
})

/** An event of how a plan came about, as it comes back from the journal. */
export type PlanEvent = EventOf<PlanEvents>

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
