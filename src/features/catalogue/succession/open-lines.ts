// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLine } from '../model.ts'

/** Whether something of a line is to be written, or to be confirmed. */
export const isOpen = ({ addressees, title, summary, toConfirm }: ActionLine): boolean =>
  toConfirm !== undefined || addressees === undefined || title === undefined || summary === undefined
