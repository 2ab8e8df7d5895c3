// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions } from '../actions.ts'
import { administrationPaths } from '../addresses.ts'
import { presentKinds } from '../model.ts'
import type { OrganisationDependencies } from '../organisation-dependencies.ts'
import { CadastralCode } from '../records/administration-fields.ts'
import {
  registerAdministration,
  registerMunicipality,
  registerUnlistedMunicipality,
} from './register-administration.ts'
import { type IndexedBody, searchIndexedBodies } from './registry/indexed-bodies.ts'
import type { Registry } from './registry/open-registry.ts'
import { searchMunicipalities } from './search-municipalities.ts'
import { RegistrationPage } from './views/registration-page.tsx'

/** The most municipalities shown as search results. */
const most = 30

const short = (most: number) => z.string().trim().max(most, `supera i ${most} caratteri`)

const ByHand = z.object({
  nome: short(200).min(2, 'ha meno di due caratteri'),
  tipo: z.enum(presentKinds, 'scegliere il tipo di ente'),
  catastale: z
    .string()
    .trim()
    .transform((code) => code.toUpperCase())
    .pipe(CadastralCode)
    .optional(),
  abitanti: z
    .string()
    .trim()
    .regex(/^\d{1,3}(?:\.?\d{3})*$/, 'un numero intero, es. 7.200')
    .transform((digits) => Number(digits.replaceAll('.', '')))
    .pipe(z.int().max(10_000_000, 'supera 10.000.000'))
    .optional(),
  provincia: short(60).optional(),
  regione: short(60).optional(),
  ipa: short(40)
    .regex(/^[\w.-]*$/, 'un codice senza spazi, es. c_b731')
    .optional(),
})

/** The municipality where a body has its seat, if the registry knows it. */
const seatOf = (registry: Pick<Registry, 'all'>, { cadastralCode }: IndexedBody) =>
  registry.all().find((municipality) => municipality.cadastralCode === cadastralCode)

/** The pages that register a body. */
export const registrationPages = (dependencies: OrganisationDependencies): readonly Route[] => {
  const { registry, organisation, site } = dependencies
  return [
    route({
      method: 'GET',
      path: administrationPaths.administrationNew,
      permission: administrationActions.manageAssociations,
      query: z.object({ comune: short(100).optional(), ente: short(100).optional() }),
      async handle({ query: { comune, ente } }) {
        if (ente !== undefined) {
          const matching = searchIndexedBodies(registry.bodies(), ente)
          const shown = matching.slice(0, most).map((body) => ({ body, seat: seatOf(registry, body) }))
          const indexed = { asked: ente, shown, total: matching.length, imported: registry.bodies().length > 0 }
          return page(<RegistrationPage site={site} indexed={indexed} />)
        }
        if (comune === undefined) return page(<RegistrationPage site={site} />)
        const { matching, nearest } = searchMunicipalities(registry.all(), comune)
        const known = new Map((await organisation.bodies()).map(({ cadastralCode, slug }) => [cadastralCode, slug]))
        const shown = matching
          .slice(0, most)
          .map((municipality) => ({ municipality, slug: known.get(municipality.cadastralCode) }))
        return page(<RegistrationPage site={site} found={{ asked: comune, shown, total: matching.length, nearest }} />)
      },
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.municipalityRegistered,
      permission: administrationActions.manageAssociations,
      body: z.object({ codice: short(40) }),
      handle: async ({ body: { codice }, viewer }) =>
        seeOther(
          administrationPaths.administration({ slug: await registerMunicipality(dependencies, codice, viewer) }),
        ),
      again: (_, refusal) => <RegistrationPage site={site} refusal={refusal} />,
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.administrationRegistered,
      permission: administrationActions.manageAssociations,
      body: ByHand,
      async handle({ body: { nome, tipo, catastale, abitanti, provincia, regione, ipa }, viewer }) {
        const details = {
          name: nome,
          kind: tipo,
          ...(provincia !== undefined && { province: provincia }),
          ...(regione !== undefined && { region: regione }),
          ...(ipa !== undefined && { ipaCode: ipa }),
        }
        const municipality = {
          ...details,
          ...(catastale !== undefined && { cadastralCode: catastale }),
          ...(abitanti !== undefined && { population: abitanti }),
        }
        const slug =
          tipo === 'municipality'
            ? await registerUnlistedMunicipality(dependencies, municipality, viewer)
            : await registerAdministration(dependencies, details, viewer)
        return seeOther(administrationPaths.administration({ slug }))
      },
      again: (_, refusal) => <RegistrationPage site={site} refusal={refusal} />,
    }),
  ]
}
