// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import type { Status } from '../../plans/index.ts'

/** Words that plans use for each status, the decisive ones first: `non avviata` is not `avviata`. */
const signs: readonly (readonly [RegExp, Status])[] = [
  [
    /non (?:e |risulta |sono )?(?:applicabil|pertinent|di competenza|rilevant|riguarda|prevista per)|n\/?a\b|n\.a\./,
    'notApplicable',
  ],
  [
    /non (?:e |sono )?(?:realizzabil|attuabil|fattibil|sostenibil|attivat[aoe]\b.*(?:per|causa))|sospes|annullat|rinunci|abbandonat/,
    'notFeasible',
  ],
  [
    /(?:non|mai) (?:ancora |e ancora |e stat[ao] )?(?:avviat|iniziat|attivat|partit|attuat|realizzat|conclus|completat|erogat|liquidat|presente)|da (?:avviar|iniziar|attivar|realizzar|attuar|definir)|nessun avvio/,
    'notStarted',
  ],
  [/pianificat|programmat|prevista?|in previsione|in attesa|in programma|da pianificar|futur/, 'planned'],
  [
    /(?:completat|conclus)\w*.{0,30}(?:continuativ|ricorrent|ogni anno|annual)|continuativ|continu[ao]\b|ricorrent|permanent|a regime|periodic|vigent|ongoing/,
    'ongoing',
  ],
  [/parzial|in parte|quasi/, 'inProgress'],
  [
    /completat|conclus|terminat|realizzat|attuat[aoie]\b|eseguit|raggiunt|ultimat|adempiut|superat|positiv|asseverat|erogat|liquidat|pagat|incassat|adottat|attivat[aoie]\b|fatto|^si\b|100 ?%|done/,
    'completed',
  ],
  [
    /in corso|avviat|iniziat|in lavorazione|in fase|in attuazione|in atto|in itinere|attiv[aoei]\b|work in progress/,
    'inProgress',
  ],
]

/**
 * The canonical status of a printed label (`In corso di attuazione` → `inProgress`); undefined when it is not
 * recognised.
 */
export function readStatus(label: string): Status | undefined {
  const words = fold(label)
  return signs.find(([sign]) => sign.test(words))?.[1]
}
