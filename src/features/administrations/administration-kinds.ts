// SPDX-License-Identifier: AGPL-3.0-or-later
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
