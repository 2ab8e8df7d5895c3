// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../kernel/text.ts'
import type { ContentsOfFeature } from '../plans/index.ts'
import { readFundingMeasures, readSpending } from './store.ts'

/** The money of a plan, as parts of its contents. */
export const fundingContents: ContentsOfFeature = async (reader, { administration, id }) => {
  const rows = await readSpending(reader, administration, id)
  const measures = await readFundingMeasures(reader, administration, id)
  return [
    part('spending', 'Spesa ICT', rows.length, plural(rows.length, 'riga', 'righe')),
    part('measures', 'Misure PNRR', measures.length, plural(measures.length, 'misura', 'misure')),
  ]
}

const part = (name: string, label: string, count: number, detail: string) => ({
  part: name,
  group: 'money' as const,
  label,
  written: count > 0,
  ...(count > 0 && { detail }),
})
