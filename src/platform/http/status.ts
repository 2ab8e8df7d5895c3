// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'
import { notice } from './answer.ts'
import { route } from './route.ts'

/** Says that the service is up (ModI, RAC_REST_NAME_011). */
export const statusRoute = route({
  method: 'GET',
  path: path('/status'),
  permission: 'everyone',
  handle: () => notice('Servizio attivo', 'Timone risponde alle richieste.'),
})
