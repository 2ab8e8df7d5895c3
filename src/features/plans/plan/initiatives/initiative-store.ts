// SPDX-License-Identifier: AGPL-3.0-or-later
import { numberedStore } from '../../../records/index.ts'
import { type Initiative, initiativeFields } from './initiative-fields.ts'

/** The initiatives of plans, each with its number. A file that holds no numbers names them by their titles. */
export const initiativeStore = numberedStore<Initiative>({
  name: 'initiative',
  table: 'initiative',
  fields: initiativeFields,
  nameOf: ({ title }) => title,
})
