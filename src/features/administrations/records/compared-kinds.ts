// SPDX-License-Identifier: AGPL-3.0-or-later
import { comparedList, comparedOne, fieldsByName } from '../../records/index.ts'
import { type AdministrationDetails, administrationFields } from './administration-fields.ts'
import { type Facts, factFields } from './fact-fields.ts'
import { type Office, officeFields } from './office-fields.ts'
import { type Role, roleFields } from './role-fields.ts'

/** What a plan written out whole tells of its body. */
export type WholeBody = {
  readonly administration: AdministrationDetails
  readonly facts?: Facts
  readonly offices?: readonly Office[]
  readonly roles?: readonly Role[]
}

/** The side of a comparison about the body, and about the plan itself. */
export const bodySide = { id: 'ente', title: 'L’ente e il piano' }
const organisationSide = { id: 'organizzazione', title: 'Organizzazione' }

/** What a body is, as plans are compared by it. */
export const comparedAdministration = comparedOne<WholeBody>({
  name: 'administration',
  side: bodySide,
  title: 'Dati dell’ente',
  fieldOf: fieldsByName(administrationFields),
  find: ({ administration }) => administration,
})

/** The facts of a body, as plans are compared by them. */
export const comparedFacts = comparedOne<WholeBody>({
  name: 'facts',
  side: bodySide,
  title: 'Fatti dell’ente',
  fieldOf: fieldsByName(factFields),
  find: ({ facts }) => facts,
})

/** The offices of a body, by name, as plans are compared by them. */
export const comparedOffices = comparedList<WholeBody, Office>({
  name: 'office',
  side: organisationSide,
  identity: ['name'],
  title: ({ name }) => String(name),
  fieldOf: fieldsByName(officeFields),
  list: ({ offices }) => offices,
})

/** The roles in a body, by what they are called, as plans are compared by them. */
export const comparedRoles = comparedList<WholeBody, Role>({
  name: 'role',
  side: organisationSide,
  identity: ['role'],
  title: ({ role }) => String(role),
  fieldOf: fieldsByName(roleFields),
  list: ({ roles }) => roles,
})
