// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatDate } from '../../kernel/dates.ts'
import type { AdministrationId } from '../../kernel/ids.ts'

/** The kinds of body that the national plan addresses (CAD, art. 2 c. 2; wording of the plan's own addressees). */
export const administrationKinds = [
  'municipality',
  'union',
  'province',
  'metropolitanCity',
  'mountainCommunity',
  'islandCommunity',
  'consortium',
  'region',
  'autonomousProvince',
  'regionalBody',
  'centralAdministration',
  'university',
  'afam',
  'school',
  'researchBody',
  'unioncamere',
  'suapThirdParty',
  'publicServiceOperator',
] as const
export type AdministrationKind = (typeof administrationKinds)[number]

/** How people read each kind. */
export const kindLabel = {
  municipality: 'Comune',
  union: 'Unione di comuni',
  province: 'Provincia',
  metropolitanCity: 'Città metropolitana',
  mountainCommunity: 'Comunità montana',
  islandCommunity: 'Comunità isolana',
  consortium: 'Consorzio o associazione di enti',
  region: 'Regione',
  autonomousProvince: 'Provincia autonoma',
  regionalBody: 'Ente territoriale regionale',
  centralAdministration: 'Amministrazione centrale',
  university: 'Università',
  afam: 'Istituzione AFAM',
  school: 'Istituzione scolastica',
  researchBody: 'Ente o centro di ricerca',
  unioncamere: 'Unioncamere',
  suapThirdParty: 'Ente terzo nei procedimenti SUAP',
  publicServiceOperator: 'Gestore di pubblici servizi',
} satisfies Record<AdministrationKind, string>

const yesNo = z.boolean().optional()

/**
 * Facts about a body that decide which lines bind it. Every fact may be missing: a rule that needs it then answers "to
 * be verified" and names it.
 */
export const FactsSchema = z
  .strictObject({
    metropolitanCapital: yesNo.describe('È comune capoluogo di città metropolitana'),
    contractingAuthority: yesNo.describe('È stazione appaltante (d.lgs. 36/2023)'),
    purchasingAggregator: yesNo.describe('È soggetto aggregatore o gestisce una piattaforma pubblica di acquisto'),
    smarterItaly: yesNo.describe('È coinvolto nel programma Smarter Italy'),
    dataCentreGroup: z.enum(['none', 'A', 'B']).optional().describe('Gruppo del data center di proprietà: none, A o B'),
    dataCentreUpgradeStarted: yesNo.describe('Ha avviato gli adeguamenti del proprio data center di gruppo A'),
    dataCentreCompliant: yesNo.describe('Ha adeguato il proprio data center di gruppo A ai requisiti ACN'),
    migrationDuty: yesNo.describe('È tenuto a migrare al cloud (d.l. 179/2012, art. 33-septies)'),
    migrationPlan: yesNo.describe('Ha trasmesso un piano di migrazione al cloud'),
    migrationReportRequested: yesNo.describe('DTD o AgID hanno chiesto informazioni sulla migrazione'),
    edgeInfrastructure: yesNo.describe('Intende realizzare o usare infrastrutture di prossimità (edge)'),
    suap: yesNo.describe('Tratta procedimenti SUAP'),
    sue: yesNo.describe('Tratta procedimenti SUE'),
    pagoPA: yesNo.describe('Aderisce a pagoPA'),
    appIO: yesNo.describe('Aderisce ad App IO'),
    sdgAgreements: yesNo.describe('Aderisce agli Accordi per il Single Digital Gateway'),
    sdgProcedures: yesNo.describe('È competente per procedimenti dell’allegato II del reg. UE 2018/1724'),
    nationalInterestDatabase: yesNo.describe('È titolare di una base di dati di interesse nazionale'),
    noiPA: yesNo.describe('Intende aderire a NoiPA'),
    openDataCatalogue: yesNo.describe('Era già presente nel catalogo dati.gov.it nel 2024'),
    digitalisationSample: yesNo.describe('Fa parte del campione dell’indice di digitalizzazione'),
    siopeExperiment: yesNo.describe('È fra gli enti selezionati per la sperimentazione SIOPE+'),
    laboratoryInitiatives: yesNo.describe('Partecipa a iniziative laboratoriali sul ruolo del RTD'),
    transitionOfficeModel: yesNo.describe('Ha adottato un modello organizzativo sperimentale per l’ufficio del RTD'),
    rtdAppointed: yesNo.describe('Ha nominato il responsabile per la transizione digitale'),
    rtdCommunity: yesNo.describe('Aderisce alla community dei RTD'),
    softwareOwner: yesNo.describe('È titolare di software'),
    ownApis: yesNo.describe('Ha pubblicato proprie API su Developers Italia'),
    strategicTenders: yesNo.describe('Aderisce alle gare strategiche ICT'),
    proximityCert: yesNo.describe('Intende istituire un CERT di prossimità'),
    pilot: yesNo.describe('È amministrazione pilota'),
  })
  .describe('Fatti che decidono quali linee d’azione riguardano l’ente; quelli assenti restano da verificare')
export type Facts = z.infer<typeof FactsSchema>
export type FactName = keyof Facts

/** Cadastral (Belfiore) code of a municipality: the registry's key. One letter, three digits. */
export const CadastralCode = z.string().regex(/^[A-Z]\d{3}$/, 'codice catastale: una lettera e tre cifre, es. B731')

/** What an administration is, for the rules and for a cover page. */
export const AdministrationSchema = z.strictObject({
  name: z.string().trim().min(2).max(200).describe('Denominazione dell’ente, es. Comune di Vallechiara'),
  kind: z.enum(administrationKinds).describe('Tipo di ente'),
  cadastralCode: CadastralCode.optional().describe('Codice catastale (chiave del registro dei comuni)'),
  istatCode: z
    .string()
    .regex(/^\d{6}$/, 'codice ISTAT: sei cifre')
    .optional()
    .describe('Codice ISTAT del comune'),
  ipaCode: z.string().trim().min(1).max(40).optional().describe('Codice IPA'),
  province: z.string().trim().max(60).optional().describe('Provincia'),
  region: z.string().trim().max(60).optional().describe('Regione'),
  population: z.int().min(0).max(10_000_000).optional().describe('Abitanti'),
})
export type AdministrationDetails = z.infer<typeof AdministrationSchema>

/** An office or organisational unit that acts on the plan. */
export const OfficeSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Nome dell’ufficio'),
  description: z.string().trim().max(2000).optional().describe('Che cosa fa'),
})
export type Office = z.infer<typeof OfficeSchema>

/** An appointment (act): who decided, its number and date. */
export const ActSchema = z.strictObject({
  body: z.string().trim().min(1).max(120).describe('Organo, es. Giunta comunale'),
  number: z.string().trim().min(1).max(40).describe('Numero dell’atto'),
  date: z.iso.date().describe('Data dell’atto (aaaa-mm-gg)'),
})
export type Act = z.infer<typeof ActSchema>

/** `Giunta comunale, n. 12 del 20/02/2026` */
export const actWords = ({ body, number, date }: Act): string => `${body}, n. ${number} del ${formatDate(date)}`

/** A role of the digital transition and the position that holds it; never a person's name. */
export const RoleSchema = z.strictObject({
  role: z.string().trim().min(1).max(120).describe('Ruolo, es. Responsabile per la transizione digitale'),
  holder: z.string().trim().min(1).max(200).describe('Posizione che lo ricopre, es. Segretario generale'),
  act: ActSchema.optional().describe('Atto di nomina'),
})
export type Role = z.infer<typeof RoleSchema>

/** A municipality as the registry knows it (ISTAT and IPA open data, CC BY). */
export type Municipality = {
  readonly cadastralCode: string
  readonly name: string
  /** Name in another language of the area, when official. */
  readonly otherName?: string
  readonly istatCode: string
  readonly ipaCode?: string
  readonly province: string
  readonly provinceName: string
  readonly region: string
  readonly population?: number
}

/** A body's slug in web addresses: `comune-di-vallechiara`. */
export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** An administration in the store: a tenant. */
export type Administration = AdministrationDetails & {
  readonly id: AdministrationId
  /** Its slug in web addresses. */
  readonly slug: string
  readonly facts: Facts
  /** True when its contents are invented, for demonstration. */
  readonly demonstration: boolean
}
