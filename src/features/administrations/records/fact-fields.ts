// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ContentOf, choice, field, schemaOf, yesNo } from '../../records/index.ts'

const asks = (label: string) => field(yesNo(), { label, progress: true })

/**
 * What is true of a body and decides which lines bind it, fact by fact. Every fact may be missing: then a rule that
 * needs it answers "to be verified" and names it.
 */
export const factFields = {
  metropolitanCapital: asks('È comune capoluogo di città metropolitana'),
  contractingAuthority: asks('È stazione appaltante (d.lgs. 36/2023)'),
  purchasingAggregator: asks('È soggetto aggregatore o gestisce una piattaforma pubblica di acquisto'),
  smarterItaly: asks('È coinvolto nel programma Smarter Italy'),
  innovationProcurement: asks('Ha avviato appalti di innovazione'),
  dataCentreGroup: field(
    choice({ none: 'Nessuno', A: 'Gruppo A', B: 'Gruppo B' }, { none: 'Non si sa', drawn: 'answers' }),
    {
      label: 'Gruppo del data center di proprietà',
      description: 'Gruppo del data center di proprietà: none, A o B',
      progress: true,
    },
  ),
  dataCentreUpgradeStarted: asks('Ha avviato gli adeguamenti del proprio data center di gruppo A'),
  dataCentreCompliant: asks('Ha adeguato il proprio data center ai requisiti ACN'),
  migrationDuty: asks('È tenuto a migrare al cloud (d.l. 179/2012, art. 33-septies)'),
  migrationPlan: asks('Ha trasmesso un piano di migrazione al cloud'),
  migrationReportRequested: asks('DTD o AgID hanno chiesto informazioni sulla migrazione'),
  edgeInfrastructure: asks('Intende realizzare o usare infrastrutture di prossimità (edge)'),
  suap: asks('Tratta procedimenti SUAP'),
  sue: asks('Tratta procedimenti SUE'),
  pagoPA: asks('Aderisce a pagoPA'),
  appIO: asks('Aderisce ad App IO'),
  sdgAgreements: asks('Aderisce agli Accordi per il Single Digital Gateway'),
  sdgProcedures: asks('È competente per procedimenti dell’allegato II del reg. UE 2018/1724'),
  nationalInterestDatabase: asks('È titolare di una base di dati di interesse nazionale'),
  noiPA: asks('Intende aderire a NoiPA'),
  openDataCatalogue: asks('Era già presente nel catalogo dati.gov.it nel 2024'),
  digitalisationSample: asks('Fa parte del campione dell’indice di digitalizzazione'),
  siopeExperiment: asks('È fra gli enti selezionati per la sperimentazione SIOPE+'),
  laboratoryInitiatives: asks('Partecipa a iniziative laboratoriali sul ruolo del RTD'),
  transitionOfficeModel: asks('Ha adottato un modello organizzativo sperimentale per l’ufficio del RTD'),
  rtdAppointed: asks('Ha nominato il responsabile per la transizione digitale'),
  rtdCommunity: asks('Aderisce alla community dei RTD'),
  softwareOwner: asks('È titolare di software'),
  ownApis: asks('Ha pubblicato proprie API su Developers Italia'),
  strategicTenders: asks('Aderisce alle gare strategiche ICT'),
  proximityCert: asks('Intende istituire un CERT di prossimità'),
  pilot: asks('È amministrazione pilota'),
}

export const FactsSchema = schemaOf(factFields).describe(
  'Fatti che decidono quali linee d’azione riguardano l’ente; quelli assenti restano da verificare',
)
export type Facts = ContentOf<typeof factFields>
export type FactName = keyof Facts
