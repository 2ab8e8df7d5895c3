// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationDetails, Municipality } from '../model.ts'

/** Turns a municipality of the registry into the administration that writes a plan. */
export const municipalityDetails = ({ name, ipaCode, population, ...known }: Municipality): AdministrationDetails => ({
  name: `Comune di ${name}`,
  kind: 'municipality',
  cadastralCode: known.cadastralCode,
  istatCode: known.istatCode,
  ...(ipaCode && { ipaCode }),
  province: known.provinceName,
  region: known.region,
  ...(population !== undefined && { population }),
})
