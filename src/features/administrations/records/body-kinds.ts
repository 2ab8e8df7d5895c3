// SPDX-License-Identifier: AGPL-3.0-or-later

import { type ContentOf, type RecordKind, schemaOf } from '../../records/index.ts'
import { administrationActions } from '../actions.ts'
import { administrationPaths } from '../addresses.ts'
import { readOffices, readRoles, replaceOffices, replaceRoles } from '../office-store.ts'
import { findAdministrationById, replaceDetails, replaceFacts } from '../store.ts'
import { type AdministrationDetails, administrationFields } from './administration-fields.ts'
import { factFields } from './fact-fields.ts'
import { type OfficesContent, OfficesSchema, officesFields } from './office-fields.ts'
import { type RolesContent, RolesSchema, rolesFields } from './role-fields.ts'

const { population: _, ...detailsFields } = administrationFields

/** What a body is called and its codes: all that is known of it but its inhabitants, which are among its facts. */
export type DetailsContent = Omit<AdministrationDetails, 'population'>

/**
 * What a body is called, its kind and codes: as it was registered, until the platform’s administrator corrects it. They
 * decide which lines bind it.
 */
export const detailsKind: RecordKind<DetailsContent> = {
  name: 'administration',
  words: { one: 'i dati dell’ente', many: 'Dati dell’ente' },
  scope: 'body',
  page: (where) => administrationPaths.details(where),
  decides: true,
  writtenBy: administrationActions.manageAssociations,
  fields: detailsFields,
  schema: schemaOf(detailsFields),
  async find(reader, { administration }) {
    const known = await findAdministrationById(reader, administration)
    if (!known) throw new Error(`administration ${administration} is not there`)
    const { id: _, slug: __, facts: ___, demonstration: ____, population: _____, ...details } = known
    return details
  },
  async write(writer, _, __, content) {
    if (!content) throw new Error('a body has details')
    await replaceDetails(writer, content)
  },
}

/** What decides which lines bind a body: its inhabitants, for a municipality, and its facts. */
export const decidingFields = {
  population: administrationFields.population,
  ...factFields,
}
const DecidingSchema = schemaOf(decidingFields)

/** What is known of a body; what is absent is not known. */
export type FactsContent = ContentOf<typeof decidingFields>

/**
 * The facts of a body. They are of the body, not of a plan: they may change whatever plan is being looked at, unless
 * one is being reviewed.
 */
export const factsKind: RecordKind<FactsContent> = {
  name: 'facts',
  words: { one: 'i fatti dell’ente', many: 'Fatti dell’ente' },
  scope: 'body',
  page: (where) => administrationPaths.facts(where),
  comments: 'whole',
  decides: true,
  fields: decidingFields,
  schema: DecidingSchema,
  async find(reader, { administration }) {
    const known = await findAdministrationById(reader, administration)
    if (!known) throw new Error(`administration ${administration} is not there`)
    const { facts, population } = known
    return { ...facts, ...(population !== undefined && { population }) }
  },
  async write(writer, _, __, content = {}) {
    const { population, ...facts } = content
    await replaceFacts(writer, facts, population)
  },
}

/** The offices of a body. They are not what an act approves: they may change whatever plan is being looked at. */
export const officesKind: RecordKind<OfficesContent> = {
  name: 'offices',
  words: { one: 'gli uffici dell’ente', many: 'Uffici' },
  scope: 'body',
  page: (where) => administrationPaths.offices(where),
  comments: 'whole',
  fields: officesFields,
  schema: OfficesSchema,
  async find(reader, { administration }) {
    const offices = await readOffices(reader, administration)
    return offices.length > 0 ? { offices: [...offices] } : undefined
  },
  write: (writer, _, __, content) => replaceOffices(writer, content?.offices ?? []),
}

/** The roles of the digital transition in a body: positions and acts, never the names of persons. */
export const rolesKind: RecordKind<RolesContent> = {
  name: 'roles',
  words: { one: 'i ruoli dell’ente', many: 'Ruoli' },
  scope: 'body',
  page: (where) => administrationPaths.roles(where),
  comments: 'whole',
  fields: rolesFields,
  schema: RolesSchema,
  async find(reader, { administration }) {
    const roles = await readRoles(reader, administration)
    return roles.length > 0 ? { roles: [...roles] } : undefined
  },
  write: (writer, _, __, content) => replaceRoles(writer, content?.roles ?? []),
}
