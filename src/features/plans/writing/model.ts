// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId } from '../../../kernel/access.ts'
import type { ActionLineCode, Slug } from '../../../kernel/ids.ts'
import type { PlanAddress } from '../plan/index.ts'

/** An entry of a body's plan, as addresses name it. */
export type EntryPlace = PlanAddress & { readonly code: ActionLineCode }

/** Somebody who may be asked to keep an entry up to date. */
export type Keeper = { readonly id: PersonId; readonly name: string }

/** The people who have a role in a body, by name; who knows them is told by `src/main`. */
export type KeepersOf = (slug: Slug) => Promise<readonly Keeper[]>

/** A text that a person may put into an activity, to be gone through before it is saved. */
export type Suggestion = {
  /** Its name in the form's buttons: `piano-CAP1.PA.01`, `frase-12`. */
  readonly key: string
  /** Where it comes from. */
  readonly label: string
  readonly markdown: string
}

/** A text that a body's office uses again. */
export type Phrase = { readonly id: number; readonly title: string; readonly markdown: string }
