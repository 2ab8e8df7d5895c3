// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../../kernel/text.ts'
import type { AdministrationKind } from '../../administration-kinds.ts'

/** A kind, or the kinds that a category holds by how their names are written (folded); the last is of all others. */
type Kinds = AdministrationKind | readonly (readonly [name: RegExp, kind: AdministrationKind])[]

const others = /^/

/** IPA's categories (indicepa.gov.it, «Categorie degli enti»), each with the kinds of its bodies. */
const categories: Readonly<Record<string, Kinds>> = {
  C1: 'centralAdministration',
  C2: 'centralAdministration',
  C3: 'otherAdministration',
  C5: 'authority',
  C7: 'otherAdministration',
  C8: 'researchBody',
  C10: 'centralAdministration',
  C11: 'centralAdministration',
  C12: 'otherAdministration',
  C13: 'otherAdministration',
  C14: 'professionalOrder',
  C16: 'otherAdministration',
  L1: 'otherAdministration',
  L2: 'regionalBody',
  L4: [
    [/^provincia autonoma/, 'autonomousProvince'],
    [/^regione\b/, 'region'],
    [others, 'consortium'],
  ],
  L5: [
    [/^(provincia|libero consorzio comunale)\b/, 'province'],
    [others, 'consortium'],
  ],
  L6: [
    [/^(comune|citta) (di|del|della|dell)\b/, 'municipality'],
    [others, 'consortium'],
  ],
  L7: 'healthAuthority',
  L8: 'healthAuthority',
  L10: 'otherAdministration',
  L11: 'authority',
  L12: [
    [/^(consorzio|conferenza|associazione)\b/, 'consortium'],
    [/isolana/, 'islandCommunity'],
    [others, 'mountainCommunity'],
  ],
  L13: 'regionalBody',
  L15: 'otherAdministration',
  L16: 'otherAdministration',
  L17: 'university',
  L18: [
    [/^(consorzio|associazione)\b/, 'consortium'],
    [others, 'union'],
  ],
  L19: 'regionalBody',
  L20: 'regionalBody',
  L21: 'regionalBody',
  L22: 'healthAuthority',
  L24: 'consortium',
  L28: 'researchBody',
  L31: 'otherAdministration',
  L33: 'school',
  L34: 'personalServicesAgency',
  L35: [
    [/camera di commercio/, 'chamberOfCommerce'],
    [/^(unioncamere$|unione italiana)/, 'unioncamere'],
    [others, 'consortium'],
  ],
  L36: 'consortium',
  L37: 'publicServiceOperator',
  L38: 'parkAuthority',
  L39: 'otherAdministration',
  L40: 'authority',
  L42: 'consortium',
  L43: 'afam',
  L44: 'authority',
  L45: 'metropolitanCity',
  L46: 'centralAdministration',
  L47: 'otherAdministration',
  S01: 'inHouseCompany',
}

/**
 * The kind of a body of IPA's list; undefined for categories that tell none: private bodies, and who is listed only as a
 * contracting authority. Land-reclamation consortia have no category of their own: they are known by their names.
 */
export function kindOfIndexed(category: string, name: string): AdministrationKind | undefined {
  const folded = fold(name)
  const kinds = categories[category]
  if (kinds && /\bconsorzio\b.*\bbonifica\b/.test(folded)) return 'landReclamationConsortium'
  return typeof kinds === 'object' ? kinds.find(([pattern]) => pattern.test(folded))?.[1] : kinds
}
