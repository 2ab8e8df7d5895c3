// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../kernel/text.ts'
import type { AdministrationSummary, Association } from './readers.ts'

/** A search in the list of bodies. Absent fields do not filter. */
export type AdministrationFilters = {
  /** Part of the name; case, accents and the shape of apostrophes do not count. */
  readonly name?: string | undefined
  readonly province?: string | undefined
  readonly association?: Association | undefined
}

/** The bodies that pass every filter, in the order given. */
export function findAdministrations(
  administrations: readonly AdministrationSummary[],
  { name, province, association }: AdministrationFilters,
): readonly AdministrationSummary[] {
  const wanted = name && fold(name)
  return administrations.filter(
    ({ administration }) =>
      (!wanted || fold(administration.name).includes(wanted)) &&
      (!province || administration.province === province) &&
      (!association || association.members.includes(administration.slug)),
  )
}
