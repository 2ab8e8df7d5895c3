// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ContentOf, choice, field, schemaOf, yesNo } from '../../records/index.ts'

/** The questions of one matter, on the page where facts are said. */
export const factGroups = {
  place: 'Il territorio',
  office: 'Il responsabile per la transizione digitale',
  purchasing: 'Acquisti e gare',
  platforms: 'Servizi e piattaforme nazionali',
  suap: 'Lo sportello delle imprese',
  data: 'Dati e programmi',
  cloud: 'Sala server, cloud, sicurezza',
} as const

const asks = (label: string, group: keyof typeof factGroups, help: string) =>
  field(yesNo(), { label, group, help, progress: true })

/**
 * What is true of a body and decides which lines bind it, fact by fact. Every fact may be missing: then a rule that
 * needs it answers "to be verified" and names it.
 */
export const factFields = {
  metropolitanCapital: asks(
    'È comune capoluogo di città metropolitana',
    'place',
    'La città da cui prende nome una delle 15 città metropolitane, come Torino o Bari.',
  ),
  regionalCapital: asks(
    'È comune capoluogo di regione',
    'place',
    'La città dove ha sede la Regione, come Aosta, Potenza o Bologna; per il Trentino-Alto Adige Trento.',
  ),
  contractingAuthority: asks(
    'È stazione appaltante (d.lgs. 36/2023)',
    'purchasing',
    'Lo è chi compra lavori, beni o servizi con contratti pubblici, anche se le gare le svolge per lui una centrale di committenza.',
  ),
  purchasingAggregator: asks(
    'È soggetto aggregatore o gestisce una piattaforma pubblica di acquisto',
    'purchasing',
    'Le centrali che comprano per molti enti (Consip, le centrali regionali, alcune Province e Città metropolitane), o chi gestisce una piattaforma pubblica per le gare.',
  ),
  smarterItaly: asks(
    'È coinvolto nel programma Smarter Italy',
    'purchasing',
    'Un programma nazionale, seguito da AgID, che prova soluzioni nuove in città e borghi che vi hanno aderito. Chi non ha mai aderito risponde no.',
  ),
  innovationProcurement: asks(
    'Ha avviato appalti di innovazione',
    'purchasing',
    'Gare con cui si chiede al mercato una soluzione che ancora non c’è: appalti precommerciali, partenariati per l’innovazione. Sono rare: chi compra solo prodotti e servizi già in vendita risponde no.',
  ),
  dataCentreGroup: field(
    choice({ none: 'Nessuno', A: 'Gruppo A', B: 'Gruppo B' }, { none: 'Non si sa', drawn: 'answers' }),
    {
      label: 'Gruppo del data center di proprietà',
      description: 'Gruppo del data center di proprietà: none, A o B',
      group: 'cloud',
      help: 'Se i server stanno in una sala dell’ente, l’ente ha un data center. Il censimento di AgID li ha divisi in due gruppi: A se le carenze sono minori, B se sono gravi. Chi usa solo servizi di altri risponde «Nessuno».',
      progress: true,
    },
  ),
  dataCentreUpgradeStarted: asks(
    'Ha avviato gli adeguamenti del proprio data center di gruppo A',
    'cloud',
    'I lavori per portare la propria sala server ai requisiti dell’Agenzia per la cybersicurezza nazionale (ACN).',
  ),
  dataCentreCompliant: asks(
    'Ha adeguato il proprio data center ai requisiti ACN',
    'cloud',
    'La sala server dell’ente rispetta i requisiti del Regolamento cloud dell’Agenzia per la cybersicurezza nazionale (ACN). Chi non ha una sala server risponde no.',
  ),
  migrationDuty: asks(
    'È tenuto a migrare al cloud (d.l. 179/2012, art. 33-septies)',
    'cloud',
    'La legge lo chiede a chi tiene dati e servizi in sale server che non rispettano i requisiti di sicurezza.',
  ),
  migrationPlan: asks(
    'Ha trasmesso un piano di migrazione al cloud',
    'cloud',
    'Il piano con i servizi da spostare sul cloud, trasmesso al Dipartimento per la trasformazione digitale: per molti enti con la domanda per l’avviso PNRR 1.2 «Abilitazione al cloud».',
  ),
  migrationReportRequested: asks(
    'Ha ricevuto da DTD o AgID la richiesta di informazioni sulla migrazione',
    'cloud',
    'Una richiesta scritta del Dipartimento per la trasformazione digitale (DTD) o di AgID. Se non è arrivata, la risposta è no.',
  ),
  cloudMigrationDone: asks(
    'Ha completato la migrazione al cloud',
    'cloud',
    'Tutti i dati e i servizi dell’ente sono già su servizi cloud qualificati: non resta niente da spostare. Se è così, le linee sulla migrazione non riguardano più l’ente.',
  ),
  edgeInfrastructure: asks(
    'Intende realizzare o usare infrastrutture di prossimità (edge)',
    'cloud',
    'Piccoli centri di calcolo vicini a dove nascono i dati, per esempio per molti sensori o telecamere.',
  ),
  suap: asks(
    'Tratta procedimenti SUAP',
    'suap',
    'SUAP è lo sportello unico per le attività produttive, dove le imprese presentano le pratiche. Un Comune per il quale lo gestisce un altro ente (l’Unione, un Comune capofila) risponde no: risponderà quell’ente.',
  ),
  suapForOthers: asks(
    'Gestisce lo sportello SUAP per altri enti',
    'suap',
    'Per esempio l’Unione o la Comunità montana che tiene lo sportello delle imprese dei suoi Comuni, o la Camera di commercio per i Comuni che l’hanno delegata.',
  ),
  suapThirdParty: asks(
    'È ente terzo nei procedimenti SUAP',
    'suap',
    'È ente terzo chi, nelle pratiche che le imprese presentano allo sportello unico (SUAP), dà pareri o autorizzazioni o riceve comunicazioni: per esempio l’ASL, la Provincia, l’ente parco.',
  ),
  sue: asks(
    'Tratta procedimenti SUE',
    'suap',
    'SUE è lo sportello unico per l’edilizia: permessi di costruire, SCIA edilizie.',
  ),
  pagoPA: asks(
    'Aderisce a pagoPA',
    'platforms',
    'La piattaforma con cui cittadini e imprese pagano gli enti pubblici: tributi, rette, multe, diritti.',
  ),
  appIO: asks(
    'Aderisce ad App IO',
    'platforms',
    'L’ente ha almeno un servizio sull’app IO: avvisi, scadenze, messaggi ai cittadini.',
  ),
  sdgAgreements: asks(
    'Aderisce agli Accordi per il Single Digital Gateway',
    'platforms',
    'Accordi con AgID per lo sportello digitale unico europeo (Single Digital Gateway), che apre le procedure online anche a chi vive in altri Paesi dell’Unione. Chi non ne ha firmati risponde no.',
  ),
  sdgProcedures: asks(
    'È competente per procedimenti dell’allegato II del reg. UE 2018/1724',
    'platforms',
    'Le procedure che il regolamento europeo vuole tutte online, come la richiesta di residenza o l’avvio di un’impresa.',
  ),
  nationalInterestDatabase: asks(
    'È titolare di una base di dati di interesse nazionale',
    'data',
    'Le grandi banche dati del Paese, come l’anagrafe nazionale (ANPR) o il registro delle imprese. Chi le consulta o le alimenta, ma non ne è titolare, risponde no.',
  ),
  noiPA: asks(
    'Intende aderire a NoiPA',
    'platforms',
    'Il servizio del Ministero dell’economia che gestisce stipendi e personale delle amministrazioni.',
  ),
  openDataCatalogue: asks(
    'Era già presente nel catalogo dati.gov.it nel 2024',
    'data',
    'Il catalogo nazionale dei dati aperti: si cerca il nome dell’ente su dati.gov.it, fra chi pubblica. A chi nel 2024 c’era già le quote minime di dati non si applicano.',
  ),
  digitalisationSample: asks(
    'Fa parte del campione dell’indice di digitalizzazione',
    'office',
    'Gli enti scelti dal gruppo di lavoro nazionale per calcolare l’indice di digitalizzazione. Chi non ha ricevuto una comunicazione risponde no.',
  ),
  siopeExperiment: asks(
    'È fra gli enti selezionati per la sperimentazione SIOPE+',
    'platforms',
    'I 33 enti locali scelti con un avviso per provare pagamenti del tutto digitali con SIOPE+, il sistema nazionale degli incassi e pagamenti. Chi non ha partecipato all’avviso risponde no.',
  ),
  laboratoryInitiatives: asks(
    'Partecipa a iniziative laboratoriali sul ruolo del RTD',
    'office',
    'Gruppi di lavoro aperti da AgID sul responsabile per la transizione digitale (RTD) e sul suo ufficio, anche in forma associata. Partecipare è una scelta.',
  ),
  transitionOfficeModel: asks(
    'Ha adottato un modello organizzativo sperimentale per l’ufficio del RTD',
    'office',
    'Un modo nuovo di organizzare l’ufficio del responsabile per la transizione digitale (RTD), provato dall’ente.',
  ),
  rtdAppointed: asks(
    'Ha nominato il responsabile per la transizione digitale',
    'office',
    'Con un atto dell’ente (art. 17 del CAD): di solito un decreto del Sindaco o una delibera di Giunta.',
  ),
  rtdCommunity: asks(
    'Aderisce alla community dei RTD',
    'office',
    'ReTe Digitale, la comunità dei responsabili per la transizione digitale (RTD) curata da AgID.',
  ),
  softwareOwner: asks(
    'È titolare di software',
    'data',
    'Programmi fatti scrivere dall’ente, di cui l’ente ha i diritti.',
  ),
  ownApis: asks(
    'Ha pubblicato proprie API su Developers Italia',
    'data',
    'Interfacce con cui altri programmi leggono i dati dell’ente, pubblicate nel catalogo di Developers Italia.',
  ),
  strategicTenders: asks(
    'Aderisce alle gare strategiche ICT',
    'purchasing',
    'Gli accordi quadro di Consip per servizi informatici: cloud, sicurezza, sistemi gestionali.',
  ),
  proximityCert: asks(
    'Intende istituire un CERT di prossimità',
    'cloud',
    'Un gruppo che aiuta gli enti di un territorio a prevenire e affrontare gli incidenti informatici.',
  ),
  pilot: asks(
    'È amministrazione pilota',
    'office',
    'Gli enti che provano per primi un servizio o una regola, scelti da AgID o dal Dipartimento per la trasformazione digitale.',
  ),
}

/**
 * Facts that only the body’s will makes true: whether it wants something, or takes part in what nobody asks of it. While
 * it says nothing, the lines that ask them are left to its choice.
 */
export const ownDecisions: ReadonlySet<FactName> = new Set<FactName>([
  'edgeInfrastructure',
  'laboratoryInitiatives',
  'noiPA',
  'proximityCert',
  'rtdCommunity',
  'strategicTenders',
])

export const FactsSchema = schemaOf(factFields).describe(
  'Fatti che decidono quali linee d’azione riguardano l’ente; quelli assenti restano da verificare',
)
export type Facts = ContentOf<typeof factFields>
export type FactName = keyof Facts
