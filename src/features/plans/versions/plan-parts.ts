// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationDetails, Facts, Office, Role } from '../../administrations/index.ts'
import { narrativeTexts, type Plan } from '../plan/index.ts'

/** Plain data of canonical JSON. */
type Values = Readonly<Record<string, unknown>>

/**
 * The whole of what a body writes in a plan, as canonical JSON tells it. Money is of features that come after the
 * plans: here it is data with names.
 */
export type WholePlan = {
  readonly administration: AdministrationDetails
  readonly facts?: Facts
  readonly offices?: readonly Office[]
  readonly roles?: readonly Role[]
  readonly plan: Plan
  readonly spending?: readonly Values[]
  readonly fundingMeasures?: readonly Values[]
}

/** What a part is about; a part of a chapter is of the group `chapter-3`. */
export type PartKindName =
  | 'administration'
  | 'plan'
  | 'facts'
  | 'choices'
  | 'narrative'
  | 'office'
  | 'role'
  | 'entry'
  | 'initiative'
  | 'spending'
  | 'measure'

/** A part of a plan, as comparisons take plans apart: what makes it that part, and all that it says. */
export type ComparedPart = {
  readonly kind: PartKindName
  /** The same in both plans: `entry:CAP1.PA.01`, `office:Ufficio tributi`. */
  readonly key: string
  /** What the key is made of, by name. */
  readonly identity: Readonly<Record<string, string | number>>
  readonly fields: Values
}

/** The fields by which the items of each list are told apart; the rest is what they say. */
const identities = {
  office: ['name'],
  role: ['role'],
  entry: ['code'],
  initiative: ['title'],
  spending: ['year', 'kind', 'source'],
  measure: ['measure', 'title'],
} as const satisfies Partial<Record<PartKindName, readonly string[]>>

/** Takes a plan apart. Two items of a list that are told apart by nothing are told apart by their order. */
export function partsOf({ administration, plan, ...whole }: WholePlan): readonly ComparedPart[] {
  const { title, triennium, edition } = plan
  return [
    single('administration', administration),
    single('plan', { title, triennium, edition }),
    ...(whole.facts ? [single('facts', whole.facts)] : []),
    ...(plan.choices ? [single('choices', plan.choices)] : []),
    ...[...narrativeTexts(plan.narrative)].map(
      ([name, markdown]): ComparedPart => ({
        kind: 'narrative',
        key: `narrative:${name}`,
        identity: { name },
        fields: { markdown },
      }),
    ),
    ...listed('office', whole.offices),
    ...listed('role', whole.roles),
    ...listed('entry', plan.entries),
    ...listed('initiative', plan.initiatives),
    ...listed('spending', whole.spending),
    ...listed('measure', whole.fundingMeasures),
  ]
}

const single = (kind: PartKindName, fields: Values): ComparedPart => ({
  kind,
  key: kind,
  identity: {},
  fields: said(fields),
})

function listed(kind: keyof typeof identities, items: readonly Values[] = []): readonly ComparedPart[] {
  const names: readonly string[] = identities[kind]
  const seen = new Map<string, number>()
  return items.map((item) => {
    const isIdentity = ([name, value]: [string, unknown]): boolean => names.includes(name) && value !== undefined
    const identity = Object.fromEntries(
      Object.entries(item).filter((field): field is [string, string | number] => isIdentity(field)),
    )
    const fields = said(Object.fromEntries(Object.entries(item).filter((field) => !isIdentity(field))))
    const name = names.flatMap((field) => identity[field] ?? []).join(' ')
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { kind, key: `${kind}:${name}${count === 1 ? '' : `\u0001${count}`}`, identity, fields }
  })
}

const said = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
