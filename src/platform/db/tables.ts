// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PersonId } from '../../kernel/access.ts'
import type { AdministrationId, PlanId, Slug, Triennium } from '../../kernel/ids.ts'

/** The rows of the database, as migrations make them. Dates come back as `yyyy-mm-dd`, numerics as text. */
export type Tables = {
  edition: { id: string; title: string }
  action_line: { edition_id: string; code: string }
  line_text: {
    edition_id: string
    code: string
    title: string | null
    summary: string | null
    official_text: string | null
    words: Words
  }
  administration: {
    id: ColumnType<AdministrationId, never, never>
    slug: Slug
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
    triennium: Triennium
    edition_id: string
    title: string | null
    choices: JSONColumnType<Record<string, boolean>> | null
    state: Generated<string>
    version: Generated<number>
    revision: Generated<number>
    from_triennium: Triennium | null
    from_edition: string | null
  }
  narrative: OfPlan & { part: string; markdown: string }
  entry: OfPlan & {
    code: string
    edition_id: string
    position: number
    activity: string | null
    status: string | null
    status_label: string | null
    progress: number | null
    offices: string[] | null
    funding: string[] | null
    planned: string | null
    completed: string | null
    notes: string | null
    allocations: JSONColumnType<object[]> | null
    owner_office: string | null
    owner_person: PersonId | null
    to_review: Generated<boolean>
    carried_from: string | null
  }
  evidence: OfPlan & {
    code: string
    position: number
    label: string
    url: string | null
    file_name: string | null
    file_sha256: string | null
  }
  initiative: OfPlan & {
    number: number
    position: number
    carried_from: string | null
    title: string
    description: string | null
    baseline: string | null
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
  funding_project: OfPlan & {
    number: number
    position: number
    carried_from: string | null
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
    plan_revision: number
    format: string
    variant: string
    produced_on: string
    program: string
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
    triennium: Triennium | null
    edition_id: string | null
  }
  proposal: OfBody & {
    import_id: number
    id: number
    kind: string
    record: JSONColumnType<Record<string, unknown>>
    carries: string[]
    source: JSONColumnType<object>
    confidence: number
    warnings: string[]
    decision: string
    edited: JSONColumnType<Record<string, unknown>> | null
  }
  journal: OfBody & {
    id: ColumnType<string, never, never>
    at: ColumnType<Date, never, never>
    actor_id: string
    actor_name: string
    event: JSONColumnType<{ type: string } & Record<string, unknown>>
    sequence: ColumnType<number, never, never>
    previous: ColumnType<string, never, never>
    hash: ColumnType<string, never, never>
  }
  access_journal: {
    sequence: ColumnType<number, never, never>
    at: ColumnType<Date, never, never>
    actor_id: string
    actor_name: string
    event: JSONColumnType<{ type: string } & Record<string, unknown>>
    previous: ColumnType<string, never, never>
    hash: ColumnType<string, never, never>
  }
  person: {
    id: PersonId
    name: string
    email: string
    email_verified: Generated<boolean>
    second_factor: Generated<boolean>
    second_factor_demanded: Generated<boolean>
    joined_at: Date | null
    last_sign_in_at: Date | null
    disabled_at: Date | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  session: {
    id: string
    token: string
    person_id: PersonId
    method: string
    address: string | null
    user_agent: string | null
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  credential: {
    id: string
    person_id: PersonId
    provider: string
    subject: string
    password: string | null
    created_at: Date
    updated_at: Date
  }
  verification: {
    id: string
    identifier: string
    value: string
    expires_at: Date
    created_at: Date
    updated_at: Date
  }
  second_factor: {
    id: string
    person_id: PersonId
    secret: string
    backup_codes: string
    verified: Generated<boolean>
    failures: Generated<number>
    locked_until: Date | null
  }
  spent_code: { person_id: PersonId; code_hash: string; at: Date }
  access_link: {
    token_hash: string
    purpose: string
    person_id: PersonId | null
    created_by: string
    created_at: Date
    expires_at: Date
    used_at: Date | null
    revoked_at: Date | null
  }
  access_attempt: { id: ColumnType<string, never, never>; subject: string; at: Date }
  role_grant: {
    id: Generated<number>
    person_id: PersonId
    role: string
    administration_id: AdministrationId | null
    association_id: number | null
    office: string | null
    starts_on: string
    ends_on: string | null
    delegated_by: PersonId | null
    granted_under: number | null
    revoked_at: Date | null
  }
  part_revision: OfBody &
    ByActor & {
      subject: string
      revision: number
      content: JSONColumnType<object> | null
      at: Generated<Date>
    }
  draft: OfBody & {
    person_id: PersonId
    subject: string
    base_revision: number
    fields: JSONColumnType<Record<string, unknown>>
    saved_at: Date
  }
  phrase: OfBody & { id: ColumnType<number, never, never>; title: string; markdown: string }
  attachment: OfBody &
    ByActor & {
      sha256: string
      filename: string
      media_type: string
      size: number
      bytes: Uint8Array
      uploaded_at: Date
    }
  review_comment: OfPlan & {
    id: ColumnType<number, never, never>
    version: number
    part: string | null
    field: string | null
    markdown: string
    author_id: string
    author_name: string
    at: Date
    resolved_at: Date | null
    resolved_by: string | null
  }
  plan_version: OfPlan & {
    number: number
    triennium: Triennium
    edition_id: string
    state: string
    content: string
    sha256: string
    act_body: string
    act_number: string
    act_date: string
    act_file: string | null
    approved_at: Date
    approved_by: string
    in_force_on: string | null
    published_at: Date | null
    superseded_at: Date | null
    journal_hash: string
  }
  version_document: OfPlan & {
    number: number
    format: string
    layout: string
    filename: string
    pages: number | null
    rows: number | null
    sha256: string
    size: number
    bytes: Uint8Array
  }
  /** By which fields of records everything is indexed, in one row. */
  searched_fields: {
    single: Generated<boolean>
    fields: JSONColumnType<readonly object[]>
    followed: boolean
  }
  search_part: OfPlan & { kind: string; key: string; title: string; body: string; words: Words }
  published_part: OfPlan & { number: number; kind: string; key: string; title: string; body: string; words: Words }
}

type ByActor = { actor_id: string; actor_name: string }
type OfBody = { administration_id: AdministrationId }
type OfPlan = OfBody & { plan_id: PlanId }
/** The database fills it in. */
type Words = ColumnType<string, never, never>
