// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { AdministrationId, PlanId } from '../../kernel/ids.ts'

/** The rows of the database, as migrations make them. Dates come back as `yyyy-mm-dd`, numerics as text. */
export type Tables = {
  edition: { id: string; title: string }
  action_line: { edition_id: string; code: string }
  administration: {
    id: ColumnType<AdministrationId, never, never>
    slug: string
    name: string
    kind: string
    cadastral_code: string | null
    istat_code: string | null
    ipa_code: string | null
    province: string | null
    region: string | null
    population: number | null
    facts: JSONColumnType<Record<string, unknown>>
    demonstration: Generated<boolean>
  }
  association: { id: Generated<number>; slug: string; name: string; demonstration: Generated<boolean> }
  association_member: {
    association_id: number
    administration_id: AdministrationId
    joined_on: string
    left_on: string | null
  }
  office: OfBody & { position: number; name: string; description: string | null }
  administration_role: OfBody & {
    position: number
    role: string
    holder: string
    act_body: string | null
    act_number: string | null
    act_date: string | null
  }
  plan: OfBody & {
    id: ColumnType<PlanId, never, never>
    triennium: string
    edition_id: string
    title: string | null
    choices: JSONColumnType<Record<string, boolean>> | null
    content_hash: string
  }
  narrative: OfPlan & { part: string; markdown: string }
  entry: OfPlan & {
    code: string
    edition_id: string
    position: number
    activity: string | null
    status: string | null
    status_label: string | null
    offices: string[] | null
    funding: string[] | null
    planned: string | null
    completed: string | null
    notes: string | null
  }
  evidence: OfPlan & { code: string; position: number; label: string; url: string }
  initiative: OfPlan & {
    position: number
    title: string
    description: string | null
    office: string | null
    responsible: string | null
    planned: string | null
    resources: string | null
    steps: string[] | null
    expected_results: string[] | null
    lines: string[] | null
    status: string | null
  }
  spending: OfPlan & {
    position: number
    year: number
    kind: string
    amount: string
    source: string | null
    note: string | null
  }
  funding_measure: OfPlan & {
    position: number
    measure: string
    title: string
    year: number | null
    amount: string | null
    cup: string | null
    progress: string | null
    certification: string | null
    payment: string | null
  }
  document: OfPlan & {
    content_hash: string
    format: string
    variant: string
    produced_on: string
    pages: number | null
    rows: number | null
    sha256: string
    bytes: Uint8Array
  }
  import: OfBody & {
    id: ColumnType<number, never, never>
    filename: string
    sha256: string
    size: number
    bytes: Uint8Array | null
    uploaded_at: Date
    actor: string
    state: string
    reading_since: Date
    progress: string | null
    error: JSONColumnType<object> | null
    document: JSONColumnType<object> | null
    triennium: string | null
    edition_id: string | null
  }
  proposal: OfBody & {
    import_id: number
    id: number
    kind: string
    record: JSONColumnType<Record<string, unknown>>
    whole: boolean
    source: JSONColumnType<object>
    confidence: number
    warnings: string[]
    decision: string
    edited: JSONColumnType<Record<string, unknown>> | null
  }
  journal: OfBody & {
    id: ColumnType<string, never, never>
    at: ColumnType<Date, never, never>
    actor: string
    event: JSONColumnType<{ type: string } & Record<string, unknown>>
  }
}

type OfBody = { administration_id: AdministrationId }
type OfPlan = OfBody & { plan_id: PlanId }
