// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLine, Catalogue } from '../../../catalogue/index.ts'
import type { PlanRow } from '../../plan/index.ts'
import type { OpenRecord } from '../editor/record-form.ts'
import type { Suggestion } from '../model.ts'
import { listStoredTexts } from './suggestion-store.ts'

/**
 * Texts to begin an activity from: what the body's plan of the triennium before says of the same line or of those that it
 * goes on from, what the catalogue says of the line, and the body's own phrases. One query.
 */
export async function findSuggestions(
  { db, owner: plan, plans }: OpenRecord<PlanRow>,
  line: ActionLine,
  catalogue: Catalogue,
): Promise<readonly Suggestion[]> {
  const former = plans.find(({ triennium }) => triennium < plan.triennium)
  const codes = [line.code, ...catalogue.lineage().flatMap(({ from, to }) => (to.includes(line.code) ? [from] : []))]
  const { activities, phrases } = await listStoredTexts(db, plan, former, codes)
  return [
    ...activities.map(({ code, activity }) => ({
      key: `piano-${code}`,
      label: `Dal piano ${former?.triennium}, linea ${code}`,
      markdown: activity,
    })),
    ...(line.summary
      ? [{ key: 'linea', label: 'Dal testo di base della linea, da volgere al proprio ente', markdown: line.summary }]
      : []),
    ...phrases.map(({ id, title, markdown }) => ({ key: `frase-${id}`, label: `Frase «${title}»`, markdown })),
  ]
}
