// SPDX-License-Identifier: AGPL-3.0-or-later

/** What each value of `?esito=` means, in words: `{ salvata: 'Scheda salvata.' }`. */
export type Outcomes = Readonly<Record<string, string>>

type FlashProps = {
  readonly outcomes: Outcomes
  /** The value in the address. A value that is not among the outcomes shows nothing. */
  readonly outcome: string | undefined
}

/**
 * What was just done, shown once at the top of the page that a form leads to (303). A screen reader announces it as a
 * status. The address `#esito` moves the keyboard focus here.
 */
export function Flash({ outcomes, outcome }: FlashProps) {
  const words = wordsOf(outcomes, outcome)
  return (
    <output id="esito" tabindex={-1} class={words ? 'alert alert-success t-alert t-flash' : 't-flash'}>
      {words}
    </output>
  )
}

/** The words of an outcome; also for the title of the browser's tab, which is announced first. */
export const wordsOf = (outcomes: Outcomes, outcome: string | undefined): string | undefined =>
  outcome !== undefined && Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined
