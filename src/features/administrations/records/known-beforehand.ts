// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { fold } from '../../../kernel/text.ts'
import { administrationKinds } from '../administration-kinds.ts'
import { type AdministrationDetails, CadastralCode } from './administration-fields.ts'
import { type FactName, type Facts, FactsSchema } from './fact-fields.ts'

const Words = z.string().min(1).max(300)
const Kinds = z.array(z.enum(administrationKinds)).min(1)

/** Bodies that a law or a public list names. */
const ListSchema = z.strictObject({
  source: Words,
  municipalities: z.array(z.strictObject({ cadastralCode: CadastralCode, name: z.string().min(1) })).min(1),
})

/** A fact that every body of some kinds, or on some list, surely has. */
export const KnownFactSchema = z.strictObject({
  fact: z.enum(Object.keys(FactsSchema.shape) as [FactName, ...FactName[]]).exclude(['dataCentreGroup']),
  value: z.boolean(),
  /** Whom it is known of; absent: bodies of every kind. */
  kinds: Kinds.optional(),
  exceptKinds: Kinds.optional(),
  /** Only those on this list, or only those that are not. */
  on: z.string().optional(),
  notOn: z.string().optional(),
  /** Why, for a person: it follows «noto in partenza:». */
  reason: Words,
  /** The law, act or list that says so. */
  source: Words,
})
export type KnownFact = z.infer<typeof KnownFactSchema>

/** What is known of bodies before anybody says it (`catalogue/known-beforehand.json`). The first that fits counts. */
export const KnownBeforehandSchema = z
  .strictObject({ lists: z.record(z.string(), ListSchema), facts: z.array(KnownFactSchema) })
  .refine(
    ({ lists, facts }) => facts.every(({ on, notOn }) => [on, notOn].every((list) => !list || list in lists)),
    'un fatto nomina un elenco che non c’è',
  )
export type KnownBeforehand = z.infer<typeof KnownBeforehandSchema>

/** What a body is known to be before it says anything, by fact. */
export type KnownFacts = ReadonlyMap<FactName, KnownFact>

/** The facts that are known of a body of which it says nothing; what it says itself counts instead. */
export function knownBeforehand(
  table: KnownBeforehand | undefined,
  body: Pick<AdministrationDetails, 'name' | 'kind' | 'cadastralCode'>,
  said: Facts,
): KnownFacts {
  const known = new Map<FactName, KnownFact>()
  for (const row of table?.facts ?? []) {
    if (said[row.fact] === undefined && !known.has(row.fact) && table && fits(row, table, body))
      known.set(row.fact, row)
  }
  return known
}

/** What is known of a body in all, whoever says it. */
export const withKnown = (said: Facts, known: KnownFacts): Facts => ({
  ...Object.fromEntries([...known].map(([fact, { value }]) => [fact, value])),
  ...said,
})

/** Why a fact is known: `chi affida contratti è stazione appaltante; d.lgs. 36/2023, allegato I.1, art. 1`. */
export const whyKnown = ({ reason, source }: KnownFact): string => `${reason}; ${source}`

function fits(
  { kinds, exceptKinds, on, notOn }: KnownFact,
  { lists }: KnownBeforehand,
  body: Pick<AdministrationDetails, 'name' | 'kind' | 'cadastralCode'>,
): boolean {
  if ((kinds && !kinds.includes(body.kind)) || exceptKinds?.includes(body.kind)) return false
  if (on !== undefined) return isOn(lists[on], body)
  return notOn === undefined || !isOn(lists[notOn], body)
}

/** By cadastral code; a municipality without one, by name: no two of a list have the same. */
function isOn(
  list: KnownBeforehand['lists'][string] | undefined,
  { name, kind, cadastralCode }: Pick<AdministrationDetails, 'name' | 'kind' | 'cadastralCode'>,
): boolean {
  if (kind !== 'municipality' || !list) return false
  const own = fold(name).replace(/^(comune|citta) d(i|el|ella|ello|ell['’]) ?/, '')
  return list.municipalities.some((one) =>
    cadastralCode === undefined ? fold(one.name) === own : one.cadastralCode === cadastralCode,
  )
}
