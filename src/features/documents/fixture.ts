// SPDX-License-Identifier: AGPL-3.0-or-later
import { trienniumOf } from '../../kernel/ids.ts'
import type { ActionLine, Applicability, Edition } from '../catalogue/index.ts'
import { type TailoredPlan, tailorPlan } from '../plans/index.ts'
import type { Profile } from '../profiles/index.ts'
import { buildDocument } from './build-document.ts'
import type { DocumentModel, DocumentOptions } from './model.ts'

/** A small edition of invented contents: every kind of timing, lines with and without text, title and rule. */
export const fixtureEdition: Edition = {
  id: '2024-2026-prova',
  title: 'Piano nazionale di prova 2024-2026',
  triennium: { from: 2024, to: 2026 },
  complete: false,
  chapters: [
    { number: 1, title: 'Organizzazione e cambiamento' },
    { number: 4, title: 'Piattaforme' },
    { number: 7, title: 'Sicurezza informatica' },
  ],
  objectives: [
    { code: 'OB.1.1', chapter: 1, title: 'Lavorare insieme fra uffici ed enti' },
    { code: 'OB.1.2', chapter: 1, title: 'Far crescere le competenze digitali' },
    { code: 'OB.4.1', chapter: 4, title: 'Usare bene le piattaforme comuni' },
    { code: 'OB.7.1', chapter: 7, title: 'Governare la sicurezza informatica' },
  ],
  results: [
    {
      code: 'RA1.1.1',
      objective: 'OB.1.1',
      title: 'Più comunità di pratica',
      targets: [
        { year: 2024, text: 'Dieci comunità attive' },
        { year: 2026, text: 'Venti comunità attive' },
      ],
    },
    {
      code: 'RA1.2.1',
      objective: 'OB.1.2',
      title: 'Personale formato',
      targets: [{ year: 2025, text: 'Metà del personale ha seguito un corso' }],
    },
    { code: 'RA4.1.1', objective: 'OB.4.1', title: 'Pagamenti e notifiche in rete', targets: [] },
    {
      code: 'RA7.1.1',
      objective: 'OB.7.1',
      targets: [{ year: 2026, text: 'Ogni ente ha un referente per la sicurezza' }],
    },
  ],
  lines: [
    {
      code: 'CAP1.PA.01',
      chapter: 1,
      objective: 'OB.1.1',
      results: ['RA1.1.1'],
      timing: { kind: 'from', date: '2024-03-01' },
      addressees: { voluntary: true },
      title: 'Proporre una comunità di pratica',
      summary: 'Chi lo desidera propone una comunità in cui gli enti si scambiano esperienze e soluzioni.',
    },
    {
      code: 'CAP1.PA.02',
      chapter: 1,
      objective: 'OB.1.1',
      results: ['RA1.1.1'],
      timing: { kind: 'by', date: '2024-12-31' },
      replanned: true,
      addressees: { kinds: ['region'] },
      title: 'Coordinare le comunità del territorio',
      summary: 'Le regioni raccolgono e coordinano le comunità nate nel loro territorio.',
    },
    {
      code: 'CAP1.PA.03',
      chapter: 1,
      objective: 'OB.1.2',
      results: ['RA1.2.1'],
      timing: { kind: 'in-force' },
      addressees: {},
      title: 'Formare il personale sulle competenze digitali',
      summary: 'Ogni ente iscrive il proprio personale a corsi sulle competenze digitali di base.',
    },
    {
      code: 'CAP4.PA.01',
      chapter: 4,
      objective: 'OB.4.1',
      results: ['RA4.1.1'],
      timing: { kind: 'by', date: '2025-06-30' },
      addressees: { kinds: ['municipality'], population: { max: 5000 } },
      title: 'Portare tutti gli incassi su pagoPA',
      summary: 'I piccoli comuni completano il passaggio degli incassi alla piattaforma dei pagamenti.',
      officialText: 'Testo ufficiale di prova: i comuni piccoli completano il passaggio dei pagamenti.',
    },
    {
      code: 'CAP4.PA.02',
      chapter: 4,
      objective: 'OB.4.1',
      results: ['RA4.1.1'],
      timing: { kind: 'by', date: '2026-12-31' },
      addressees: { conditions: [{ fact: 'noiPA', is: true }] },
      title: 'Gestire gli stipendi con la piattaforma comune',
      summary: 'Gli enti che vi aderiscono spostano la gestione degli stipendi sulla piattaforma dello Stato.',
    },
    {
      code: 'CAP4.PA.03',
      chapter: 4,
      objective: 'OB.4.1',
      results: [],
      timing: { kind: 'from', date: '2025-09-01' },
      addressees: {},
      title: 'Inviare le notifiche con la piattaforma digitale',
      summary: 'Le notifiche con valore legale passano dalla piattaforma nazionale.',
    },
    {
      code: 'CAP7.PA.01',
      chapter: 7,
      objective: 'OB.7.1',
      results: ['RA7.1.1'],
      timing: { kind: 'by', date: '2025-12-31' },
      addressees: {},
      title: 'Nominare il referente per la sicurezza informatica',
      summary: 'L’ente nomina chi risponde della sicurezza informatica e ne comunica il nome.',
    },
    { code: 'CAP7.PA.02', chapter: 7, objective: 'OB.7.1', results: [], timing: { kind: 'by', date: '2026-06-30' } },
  ],
  institutionalLines: [],
  provenance: { source: 'piano-di-prova', format: 'json', importedOn: '2025-01-15', sha256: 'a'.repeat(64) },
}

/** A whole profile of an invented municipality: every field of the schema is used somewhere. */
export const fixtureProfile: Profile = {
  administration: {
    name: 'Comune di Vallechiara',
    kind: 'municipality',
    cadastralCode: 'Z999',
    istatCode: '099999',
    ipaCode: 'c_z999',
    province: 'Valmonte',
    region: 'Terralta',
    population: 4950,
  },
  facts: { suap: true, pagoPA: true, dataCentreGroup: 'none', rtdAppointed: true },
  offices: [
    { name: 'Ufficio transizione digitale', description: 'Coordina il piano e raccoglie gli aggiornamenti.' },
    { name: 'Ufficio tributi' },
  ],
  roles: [
    {
      role: 'Responsabile per la transizione digitale',
      holder: 'Segretario comunale',
      act: { body: 'Giunta comunale', number: '12', date: '2024-02-20' },
    },
    { role: 'Referente per la sicurezza informatica', holder: 'Responsabile area tecnica' },
  ],
  plan: {
    title: 'Piano triennale per l’informatica',
    triennium: trienniumOf('2024-2026'),
    edition: '2024-2026-prova',
    choices: { 'CAP1.PA.01': true },
    narrative: {
      introduction: [
        'Vallechiara è un comune di **montagna** con tre frazioni.',
        '',
        '### Da dove partiamo',
        '',
        'Il sito è stato rifatto e i pagamenti passano da pagoPA.',
      ].join('\n'),
      principles: 'Ogni servizio nuovo del Comune nasce **in rete** e si prova prima con chi lo userà.',
      organisation: 'Il RTD si riunisce ogni mese con i responsabili degli uffici: è l’UTD del Comune.',
      spending: 'La spesa cresce nel 2025 per il passaggio al cloud e poi si stabilizza.',
      conclusion: 'Il piano si aggiorna ogni anno con delibera di Giunta.',
      chapters: {
        '1': 'Gli uffici lavorano insieme da poco: *la formazione* viene prima.',
        '4': [
          'Restano da integrare due gestionali.',
          '',
          '| Gestionale | Stato |',
          '| --- | --- |',
          '| Tributi | integrato |',
          '| Polizia locale | da fare |',
        ].join('\n'),
      },
    },
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: 'Il Comune propone con i vicini una comunità sui **servizi sociali** in rete.',
        status: 'planned',
        offices: ['Ufficio transizione digitale'],
        planned: '2026-03-31',
      },
      {
        code: 'CAP1.PA.03',
        activity: ['Corsi per tutti:', '', '1. competenze di base', '2. sicurezza', '3. documenti informatici'].join(
          '\n',
        ),
        status: 'ongoing',
        statusLabel: 'Completata per il 2024, continuativa',
        offices: ['Ufficio transizione digitale', 'Ufficio personale'],
        funding: ['Bilancio comunale'],
        planned: 'ogni anno',
        completed: '2024-12-10',
        notes: 'Ha partecipato il **74%** del personale.',
        evidence: [{ label: 'Elenco dei corsi', url: 'https://vallechiara.example/corsi' }],
      },
      {
        code: 'CAP4.PA.01',
        activity: 'Tutti gli incassi passano da pagoPA, tranne quelli della mensa.',
        status: 'inProgress',
        offices: ['Ufficio tributi'],
        funding: ['PNRR 1.4.3'],
        planned: '2025-05-31',
      },
      {
        code: 'CAP4.PA.02',
        activity: 'Il Comune non intende aderire: gli stipendi sono gestiti dalla Comunità montana.',
        status: 'notApplicable',
      },
      {
        code: 'CAP7.PA.01',
        activity: 'Nominato il responsabile area tecnica.',
        status: 'completed',
        completed: '2024-11-05',
        evidence: [{ label: 'Atto di nomina', url: 'https://vallechiara.example/atti/45' }],
      },
    ],
    initiatives: [
      {
        title: 'Sportello digitale nelle frazioni',
        description: 'Un giorno la settimana un operatore aiuta le persone a usare i servizi in rete.',
        office: 'Ufficio transizione digitale',
        responsible: 'Responsabile servizi alla persona',
        planned: 'dal 2025',
        resources: 'Un operatore per otto ore la settimana.',
        steps: ['Convenzione con le associazioni', 'Acquisto di due postazioni'],
        expectedResults: ['Duecento persone aiutate ogni anno'],
        lines: ['CAP1.PA.03', 'CAP4.PA.01'],
        status: 'inProgress',
      },
    ],
  },
  spending: [
    { year: 2024, kind: 'actual', amount: '41250.00', source: 'Bilancio comunale' },
    { year: 2024, kind: 'actual', amount: '28902.50', source: 'PNRR' },
    { year: 2025, kind: 'forecast', amount: '43000', source: 'Bilancio comunale', note: 'Nuovi canoni cloud.' },
    { year: 2025, kind: 'forecast', amount: '79922', source: 'PNRR' },
    { year: 2026, kind: 'forecast', amount: '46500', source: 'Bilancio comunale' },
  ],
  fundingMeasures: [
    {
      measure: '1.4.3',
      title: 'Adozione di pagoPA e App IO',
      year: 2023,
      amount: '28902.50',
      cup: 'J51F22009999006',
      progress: 'Attivati diciotto servizi di incasso.',
      certification: 'Superata',
      payment: 'Erogato',
    },
    { measure: '1.2', title: 'Abilitazione al cloud', amount: '79922' },
  ],
  demonstration: true,
}

/** The rules' answers for Vallechiara, with every kind of verdict. */
const fixtureApplicability = (line: ActionLine): Applicability => {
  if (line.addressees === undefined) return { verdict: 'to-verify', reason: 'Per questa linea manca ancora una regola' }
  if (line.addressees.kinds?.includes('region')) {
    return { verdict: 'does-not-apply', reason: 'La linea si rivolge alle Regioni; questo ente è un Comune' }
  }
  if (line.addressees.conditions) {
    return { verdict: 'to-verify', reason: 'Nel profilo non è scritto se il Comune intende aderire a NoiPA' }
  }
  return { verdict: 'applies', reason: 'La linea si rivolge a tutte le amministrazioni' }
}

export const fixtureOptions: DocumentOptions = { layout: 'fiches', inapplicable: 'annex', today: '2025-10-01' }

export const fixturePlanHash = '0123456789abcdef'.repeat(4)

export const tailorFixture = (profile: Profile = fixtureProfile): TailoredPlan =>
  tailorPlan(profile.plan, fixtureEdition, fixtureApplicability)

/** The document of Vallechiara, or of a profile made from it. */
export const buildFixture = (
  options: Partial<DocumentOptions> = {},
  profile: Profile = fixtureProfile,
): DocumentModel => buildDocument(profile, tailorFixture(profile), { ...fixtureOptions, ...options }, fixturePlanHash)
