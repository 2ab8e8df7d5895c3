// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatDate } from '../../kernel/dates.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import type { Facts } from './records/fact-fields.ts'
import type { Act } from './records/role-fields.ts'

export { type FactName, type Facts, FactsSchema } from './records/fact-fields.ts'
export type { Office } from './records/office-fields.ts'
export type { Act, Role } from './records/role-fields.ts'

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

/** `Giunta comunale, n. 12 del 20/02/2026` */
export const actWords = ({ body, number, date }: Act): string => `${body}, n. ${number} del ${formatDate(date)}`

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
