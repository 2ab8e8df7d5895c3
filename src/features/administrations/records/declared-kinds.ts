// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import { type DeclaredKind, declareKind, fieldNames, type ListedRecord } from '../../records/index.ts'
import type { Administration } from '../model.ts'
import { readOffices, readRoles } from '../office-store.ts'
import { detailsKind, factsKind, officesKind, rolesKind } from './body-kinds.ts'
import {
  comparedAdministration,
  comparedFacts,
  comparedOffices,
  comparedRoles,
  type WholeBody,
} from './compared-kinds.ts'
import { factFields } from './fact-fields.ts'

/** A body that is being read. */
type BodySource = { readonly db: Reader; readonly administration: Administration }

const factNames = fieldNames(factFields)

const one = (label: string, count: number, detail: string): readonly ListedRecord[] => [
  { key: '', label, section: 'body', written: count > 0, ...(count > 0 && { detail }) },
]

/** What a body is called and its codes, as all kinds are. The contents of a plan do not list them: few may correct them. */
export const declaredDetails: DeclaredKind<BodySource, WholeBody> = declareKind(detailsKind, {
  list: async () => [],
  compared: [comparedAdministration],
})

/** What is known of a body, as all kinds are. */
export const declaredFacts: DeclaredKind<BodySource, WholeBody> = declareKind(factsKind, {
  async list({ administration: { facts } }) {
    const known = factNames.filter((fact) => fact in facts).length
    return one('Domande sull’ente', known, plural(known, 'risposta', 'risposte'))
  },
  compared: [comparedFacts],
})

/** The offices of a body, as all kinds are. */
export const declaredOffices: DeclaredKind<BodySource, WholeBody> = declareKind(officesKind, {
  async list({ db, administration }) {
    const { length } = await readOffices(db, administration.id)
    return one('Uffici che attuano il piano', length, plural(length, 'ufficio', 'uffici'))
  },
  compared: [comparedOffices],
})

/** The roles in a body, as all kinds are. */
export const declaredRoles: DeclaredKind<BodySource, WholeBody> = declareKind(rolesKind, {
  async list({ db, administration }) {
    const { length } = await readRoles(db, administration.id)
    return one('Ruoli della transizione digitale', length, plural(length, 'ruolo', 'ruoli'))
  },
  compared: [comparedRoles],
})
