// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import type { Removal } from './remove-administration.ts'

/** What goes with a body, in words. */
export const lossesOf = ({ plans, attachments, imports, holders }: Removal): readonly string[] => [
  plans.length === 0
    ? 'nessun piano: non ne ha ancora'
    : `${plural(plans.length, 'piano non approvato', 'piani non approvati')}: ${plans.join(', ')}`,
  ...(attachments > 0 ? [plural(attachments, 'file allegato', 'file allegati')] : []),
  ...(imports > 0 ? [plural(imports, 'importazione', 'importazioni')] : []),
  ...(holders.length > 0 ? [`i ruoli che vi hanno: ${holders.join(', ')}`] : []),
  'i dati dell’ente, gli uffici, i ruoli, le bozze e il registro di chi ha fatto che cosa',
]
