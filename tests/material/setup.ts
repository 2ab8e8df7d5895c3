// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs'
import { materialFile } from './material.ts'

/** Ends the run before any test where the material is not there. */
export default function setup(): void {
  for (const name of ['gold', 'plans', 'registry', 'catalogue', 'tools']) {
    if (!existsSync(materialFile(name))) throw new Error(`${materialFile(name)} is not there: see TIMONE_MATERIAL`)
  }
}
