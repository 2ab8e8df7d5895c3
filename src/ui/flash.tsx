// SPDX-License-Identifier: AGPL-3.0-or-later

/** What each value of `?esito=` means, in words: `{ salvata: 'Scheda salvata.' }`. */
export type Outcomes = Readonly<Record<string, string>>

type FlashProps = {
  readonly outcomes: Outcomes
  /** The value in the address of the page that a form led to; one that is not among the outcomes says nothing. */
  readonly outcome: string | undefined
}

/**
 * What was just done, said once at the top of the page that a form leads to (303). A screen reader says it as a status;
 * whoever is sent to `#esito` gets there by keyboard.
 */
export function Flash({ outcomes, outcome }: FlashProps) {
  const words = wordsOf(outcomes, outcome)
  return (
    <output id="esito" tabindex={-1} class={words ? 'alert alert-success t-alert t-flash' : 't-flash'}>
      {words}
    </output>
  )
}

/** What an outcome says; also for the browser's tab, which is said first. */
export const wordsOf = (outcomes: Outcomes, outcome: string | undefined): string | undefined =>
  outcome !== undefined && Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined
