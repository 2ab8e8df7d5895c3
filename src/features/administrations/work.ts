// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Action, PersonId, Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import type { Reader } from '../../platform/db/tenants.ts'
import type { Tone } from '../../ui/tag.tsx'
import type { Administration } from './model.ts'

/** A kind of work that waits for people in a body, as the feature that owns it declares it. */
export type WorkKind = {
  /** `In ritardo`, above its items. */
  readonly heading: string
  /** `in ritardo`, beside a number. */
  readonly count: string
  readonly tone: Tone
  /** True when the table of bodies counts it in a column of its own. */
  readonly tallied?: true
}

/** Something that waits for a person, with everything that its row shows. */
export type Work = {
  readonly kind: WorkKind
  /** The code of the line that it is about. */
  readonly code?: string
  readonly name: string
  /** Which plan it is about, where the name does not tell: `Piano 2025-2027`. */
  readonly note?: string
  /** Where it is done: the exact field, if there is one. */
  readonly address: string
  /** Why it waits, as the end of a sentence. */
  readonly why: string
  readonly date?: IsoDate
  /** The kind under which the table of bodies counts it. */
  readonly countsAs?: WorkKind
}

/** Who looks at their list, and on which day. */
export type WorkAsker = { readonly viewer: Viewer; readonly person: PersonId; readonly today: IsoDate }

/** What makes the items of a body for whoever asks. */
export type WorkOfBody = (asker: WorkAsker) => readonly Work[]

/** What a feature adds to the list of what waits. */
export type WorkSource = {
  readonly kinds: readonly WorkKind[]
  /** Whoever may do one of these in a body may have work there. */
  readonly actions: readonly Action[]
  /**
   * Reads what the items are made from, for all the reader's bodies in a fixed number of queries. What it gives is kept
   * for everybody until the body changes.
   */
  readonly read: (
    reader: Reader,
    bodies: readonly Administration[],
  ) => Promise<ReadonlyMap<AdministrationId, WorkOfBody>>
}

/** What a person left unfinished, read every time. */
export type UnfinishedSource = {
  readonly kinds: readonly WorkKind[]
  readonly read: (
    reader: Reader,
    bodies: readonly Administration[],
    person: PersonId,
  ) => Promise<ReadonlyMap<AdministrationId, readonly Work[]>>
}
