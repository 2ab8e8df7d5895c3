// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../../kernel/access.ts'
import { invalidInput, type Problem } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Tenants, Writer } from '../../../../platform/db/tenants.ts'
import {
  administrationActions,
  type DetailsContent,
  detailsKind,
  factsKind,
  findDetailsFaults,
  municipalityDetails,
  type Registry,
} from '../../../administrations/index.ts'
import { loadCurrent, type RecordKind } from '../../../records/index.ts'
import { writeBodyAt } from '../../plan/index.ts'
import { changeRecord } from '../editor/change-record.ts'

/** What the correction of bodies works with. */
export type CorrectionDependencies = { readonly tenants: Tenants; readonly registry: Pick<Registry, 'find'> }

/**
 * Corrects what a body was registered as. Its address stays, and so do its plans, judged anew by the corrected kind.
 * @param wish the fields to change; undefined takes one away. @param municipality of the registry, by name or code: its
 * codes, place and inhabitants become the body’s.
 * @returns whether anything differed.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` while a plan of the body is being reviewed, `invalid-input`
 * with the fields, and the registry’s errors.
 */
export async function correctDetails(
  { tenants, registry }: CorrectionDependencies,
  slug: Slug,
  {
    municipality,
    ...wish
  }: { readonly [Field in keyof DetailsContent]?: unknown } & { readonly municipality?: string },
  viewer: Viewer,
): Promise<boolean> {
  demand(viewer, administrationActions.manageAssociations, { slug })
  const { population, ...listed } = municipality === undefined ? {} : municipalityDetails(registry.find(municipality))
  return await writeBodyAt(tenants, slug, async ({ db, administration: { id } }) => {
    const change = <Content extends object>(kind: RecordKind<Content>, with_: (content: Content) => Content) =>
      changeOne(db, slug, kind, with_, viewer)
    // A code of the former municipality does not stay where the registry knows none of the other.
    const base = municipality === undefined ? await detailsKind.find(db, { administration: id }, '') : listed
    const content = checked({ ...base, ...wish })
    refuseAny(await findDetailsFaults(db, id, content))
    const corrected = await change(detailsKind, () => content)
    // Who corrects the municipality of a body corrects its inhabitants with it.
    const inhabitants = { ...factsKind, writtenBy: administrationActions.manageAssociations }
    const counted = population !== undefined && (await change(inhabitants, (facts) => ({ ...facts, population })))
    return corrected || counted
  })
}

async function changeOne<Content extends object>(
  db: Writer,
  slug: Slug,
  kind: RecordKind<Content>,
  corrected: (content: Content) => Content,
  viewer: Viewer,
): Promise<boolean> {
  const owner = { administration: db.administration }
  const stored = await loadCurrent(db, kind, owner, '')
  const content = corrected(stored.content ?? ({} as Content))
  const edit = { base: stored.revision, content }
  return (await changeRecord(db, kind, { slug, owner, key: '' }, edit, viewer, stored)).kind === 'saved'
}

function checked(content: object): DetailsContent {
  const known = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined))
  const { data, error } = detailsKind.schema.safeParse(known)
  refuseAny((error?.issues ?? []).map(({ path, message }) => ({ place: path.join('.'), message })))
  return data as DetailsContent
}

function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidInput('Niente è stato corretto: ci sono valori da rivedere.', problems)
}
