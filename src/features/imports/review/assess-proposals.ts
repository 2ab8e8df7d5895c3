// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../../catalogue/index.ts'
import { judgeProfile } from '../../profiles/index.ts'
import { type PlanRecord, type RecordKind, sureFrom } from '../model.ts'
import { type Comparison, compareProposals, type FieldChange } from './compare-proposal.ts'
import { chapterOf, type Draft, kinds } from './kinds.ts'
import type { Proposal } from './model.ts'

/** Why a record cannot be stored as it is. The field is undefined when it concerns the whole record. */
export type Fault = { readonly field?: string; readonly message: string; readonly remedy?: string }

/** A proposal with everything that a person needs to decide. */
export type Assessment = Comparison & {
  readonly proposal: Proposal
  readonly subject: string
  /** The group in which it is listed and accepted: `capitolo-4`, or its kind. */
  readonly group: string
  /** True when it is not decided yet and accepting it would change the plan. */
  readonly open: boolean
  /** Empty when there is nothing to decide. */
  readonly faults: readonly Fault[]
  /** What accepting it would take away. Nobody accepts that together with other proposals, without having seen it. */
  readonly removals: readonly FieldChange[]
  /** True when another open proposal is about the same thing. */
  readonly repeated: boolean
  /** True when it may be accepted without checking: surely read, without problems, not repeated. */
  readonly sure: boolean
}

/**
 * Assesses the proposals of an import against the plan that they are for.
 * @param stored the body's profile with that plan, or with an empty one.
 */
export function assessProposals(
  proposals: readonly Proposal[],
  stored: Draft,
  catalogue: Catalogue,
): readonly Assessment[] {
  const comparisons = compareProposals(proposals, stored)
  const compared = [...proposals.entries()].flatMap(([index, proposal]) => {
    const comparison = comparisons[index]
    if (!comparison) return []
    const key = `${proposal.kind} ${kinds[proposal.kind].identity(comparison.result)} ${comparison.occurrence}`
    return { proposal, comparison, key, open: proposal.decision === 'pending' && comparison.difference !== 'same' }
  })
  const times = Map.groupBy(
    compared.filter(({ open }) => open),
    ({ key }) => key,
  )
  return compared.map(({ proposal, comparison, key, open }) => {
    const { kind, confidence } = proposal
    const { result } = comparison
    const faults = open ? findFaults(kind, result, stored, catalogue) : []
    const removals = open ? comparison.changes.filter(({ removal }) => removal) : []
    const repeated = open && (times.get(key)?.length ?? 0) > 1
    return {
      ...comparison,
      proposal,
      subject: kinds[kind].subject(result),
      group: groupOf(kind, result),
      open,
      faults,
      removals,
      repeated,
      sure: open && confidence >= sureFrom && faults.length === 0 && removals.length === 0 && !repeated,
    }
  })
}

function groupOf(kind: RecordKind, record: PlanRecord): string {
  const chapter = chapterOf(kind, record)
  return chapter === undefined ? kind : `capitolo-${chapter}`
}

/** Why a record cannot be stored: the problems of a profile that holds only this record. */
export function findFaults(
  kind: RecordKind,
  record: PlanRecord,
  { administration, plan: { triennium, edition } }: Draft,
  catalogue: Catalogue,
): readonly Fault[] {
  const { place, fields } = kinds[kind]
  const missing = fields.filter(({ name, required }) => required && record[name] === undefined)
  if (missing.length > 0) return missing.map(({ name }) => ({ field: name, message: 'è obbligatorio' }))
  const data = place({ administration, plan: { triennium, edition } }, [record])
  const { findings } = judgeProfile({ name: 'proposta', data, spelling: () => undefined }, catalogue)
  const placed = findings.map(({ path, message, remedy }) => {
    const field =
      fields.find(({ name }) => path.includes(name))?.name ?? (kind === 'narrative' ? 'markdown' : undefined)
    return {
      ...(field && { field }),
      ...(faultsOfLists.get(field ?? '') ?? { message, ...(remedy && { remedy }) }),
    }
  })
  const order = ({ field }: Fault) => fields.findIndex(({ name }) => name === field)
  return placed.toSorted((a, b) => order(a) - order(b))
}

/** What to write in a field that holds several things in one text. */
const faultsOfLists = new Map([
  [
    'evidence',
    {
      message: 'ogni prova ha un nome e un indirizzo http o https',
      remedy: 'scriverla così: Delibera di Giunta <https://comune.example/delibera>',
    },
  ],
  [
    'allocations',
    {
      message: 'ogni importo ha una fonte, un anno e una somma in euro',
      remedy: 'scriverlo così, uno per riga: Bilancio comunale, 2026: 1.234,50',
    },
  ],
  [
    'act',
    {
      message: 'l’atto ha un organo, un numero e una data',
      remedy: 'scriverlo così: Giunta comunale n. 12 del 31/01/2026',
    },
  ],
])
