// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import type { PlanAddress, TailoredLine } from '../model.ts'

/** A line of a body's plan, as addresses name it. */
export type LinePlace = PlanAddress & { readonly code: ActionLineCode }

/** What writing adds to the page of a line. */
export type LineSheet = {
  /** Who keeps the entry up to date. */
  readonly keeper: string
  /** The way to change the entry. */
  readonly actions: ComponentChildren
  /** How the entry changed. */
  readonly history: ComponentChildren
}

/** What writing adds to a list of lines that is open for updates. */
export type ListTools = {
  /** Selects a line for an update of many. */
  selection(line: TailoredLine): ComponentChildren
  /** Changes a line in its place. */
  update(line: TailoredLine): ComponentChildren
  /** Says the same of all selected lines; stands below the list. */
  readonly together: ComponentChildren
}

/** What those who write put on the pages of lines. */
export type LineWriting = {
  /** Undefined when there is no such body or plan. */
  sheet(place: LinePlace): Promise<LineSheet | undefined>
  /**
   * Undefined when there is no such plan, or when nothing of it may be changed now.
   * @param list the list as it was asked for, to come back to: `modo=aggiorna&capitolo=2`.
   */
  listTools(address: PlanAddress, list: string): Promise<ListTools | undefined>
}

/** What those who review put on the page of a line. */
export type LineReview = (place: LinePlace) => Promise<ComponentChildren>
