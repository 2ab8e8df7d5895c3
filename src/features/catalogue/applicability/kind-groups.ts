// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationKind } from '../../administrations/index.ts'

/** «Enti locali» (TUEL, art. 2). */
export const localAuthorities = [
  'municipality',
  'union',
  'province',
  'metropolitanCity',
  'mountainCommunity',
  'islandCommunity',
] as const satisfies readonly AdministrationKind[]

/** «PA locali»: local authorities, and the other administrations that are not central. */
export const localAdministrations = [
  ...localAuthorities,
  'consortium',
  'region',
  'autonomousProvince',
  'regionalBody',
  'healthAuthority',
  'personalServicesAgency',
  'parkAuthority',
  'landReclamationConsortium',
  'chamberOfCommerce',
] as const satisfies readonly AdministrationKind[]
