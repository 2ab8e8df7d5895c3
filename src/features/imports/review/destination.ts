// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import { type Triennium, trienniumOf } from '../../../kernel/ids.ts'
import { type Catalogue, fitsYears, proposePlan } from '../../catalogue/index.ts'
import type { Plan } from '../../plans/index.ts'
import type { DocumentHead } from '../model.ts'
import type { Destination } from './model.ts'

type StoredPlan = Pick<Plan, 'triennium' | 'edition'>

/**
 * The plan that a file is for, if it can be told: the triennium and edition that the file names; or the edition of the
 * body's plan for that triennium; for a file that names no triennium, the body's newest plan, if the edition fits.
 * Undefined when a person must choose.
 * @param plans the body's plans, newest triennium first.
 */
export function guessDestination(
  head: Pick<DocumentHead, 'triennium' | 'edition'>,
  plans: readonly StoredPlan[],
  catalogue: Catalogue,
): Destination | undefined {
  const edition = catalogue.ids().find((id) => id === head.edition)
  const plan = head.triennium
    ? plans.find(({ triennium }) => triennium === head.triennium)
    : plans.find((plan) => edition === undefined || plan.edition === edition)
  if (plan) return { triennium: plan.triennium, edition: plan.edition }
  return head.triennium && edition && touches(head.triennium, edition, catalogue)
    ? { triennium: head.triennium, edition }
    : undefined
}

/** The plan to propose to the person who must choose: what the file says, and for the rest as for any new plan. */
export function proposeDestination(
  {
    destination,
    document,
  }: { readonly destination?: Destination; readonly document?: Pick<DocumentHead, 'triennium' | 'edition'> },
  catalogue: Catalogue,
  today: IsoDate,
): Destination {
  if (destination) return destination
  const editions = catalogue.ids().map((id) => catalogue.edition(id))
  const { triennium, edition } = proposePlan(editions, today, {
    triennium: possibleTriennia(catalogue).find((triennium) => triennium === document?.triennium),
    edition: editions.find(({ id }) => id === document?.edition),
  })
  return { triennium, edition: edition.id }
}

/** The triennia that fit an edition of the catalogue, newest first. */
export function possibleTriennia(catalogue: Catalogue): readonly Triennium[] {
  const editions = catalogue.ids().map((id) => catalogue.edition(id).triennium)
  const first = Math.min(...editions.map(({ from }) => from - 2))
  const last = Math.max(...editions.map(({ to }) => to + 1))
  return Array.from({ length: last - first + 1 }, (_, index) => trienniumOf(`${last - index}-${last - index + 2}`))
}

/** True when a triennium fits the edition. */
export const touches = (triennium: Triennium, id: string, catalogue: Catalogue): boolean =>
  fitsYears(triennium, catalogue.edition(id))
