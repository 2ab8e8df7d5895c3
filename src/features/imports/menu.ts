// SPDX-License-Identifier: AGPL-3.0-or-later

import type { BodyLink } from '../administrations/index.ts'
import { importActions } from './actions.ts'
import { importPaths } from './addresses.ts'

/** Where files are imported into a body. */
export const importsLink: BodyLink = {
  label: 'Importa un piano che esiste già',
  address: importPaths.imports,
  action: importActions.importPlans,
}
