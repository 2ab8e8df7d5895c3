// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Facts } from '../../src/features/administrations/model.ts'

/** Phrases by which a plan mentions facts about its body. Facts that are not mentioned stay unknown. */
const statements: readonly (readonly [RegExp, Facts])[] = [
  [/non è soggetto aggregatore/i, { purchasingAggregator: false }],
  [/non è coinvolt\w nel programma Smarter Italy/i, { smarterItaly: false }],
  [/non intende avvalersi di infrastrutture di prossimità/i, { edgeInfrastructure: false }],
  [/non (rientra|aderisce|è coinvolt\w).*(single digital gateway|negli Accordi)/i, { sdgAgreements: false }],
  [/non aderisce .*NoiPA/i, { noiPA: false }],
  [/non è titolare di bas\w (di )?dati di interesse nazionale/i, { nationalInterestDatabase: false }],
  [/non appartiene .*campione/i, { digitalisationSample: false }],
  [/non ha partecipato a iniziative sperimentali/i, { transitionOfficeModel: false }],
  [/procedimenti SUAP/i, { suap: true }],
  [/procedimenti SUAP\/SUE/i, { sue: true }],
  [/ha attivato .*pago ?PA/i, { pagoPA: true }],
  [/ha attivato .*app.?IO\b/i, { appIO: true }],
]

/** The facts that the activities of a plan state. */
export function statedFacts(activities: readonly string[]): Facts {
  const says = (statement: RegExp) => activities.some((activity) => statement.test(activity))
  const stated = statements.filter(([statement]) => says(statement)).map(([, facts]) => facts)
  const noDataCentre =
    says(/non è propriet\w+ di data center .*gruppo A/i) && says(/non è propriet\w+ di data center .*gruppo B/i)
  return Object.assign({}, ...stated, noDataCentre && { dataCentreGroup: 'none' })
}
