// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatDate } from '../../kernel/dates.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import type { AdministrationDetails } from './records/administration-fields.ts'
import type { Facts } from './records/fact-fields.ts'
import type { Act } from './records/role-fields.ts'

export {
  type AdministrationKind,
  administrationKinds,
  administrationKindWords,
  kindLabel,
  presentKinds,
} from './administration-kinds.ts'
export { type AdministrationDetails, AdministrationSchema, CadastralCode } from './records/administration-fields.ts'
export type { Facts } from './records/fact-fields.ts'
export type { Office } from './records/office-fields.ts'
export type { Act, Role } from './records/role-fields.ts'

/** `Giunta comunale, n. 12 del 20/02/2026` */
export const actWords = ({ body, number, date }: Act): string => `${body}, n. ${number} del ${formatDate(date)}`

/** A municipality as the registry knows it (ISTAT and IPA open data, CC BY). */
export type Municipality = {
  readonly cadastralCode: string
  readonly name: string
  /** Name in another language of the area, when official. */
  readonly otherName?: string
  readonly istatCode: string
  readonly ipaCode?: string
  readonly province: string
  readonly provinceName: string
  readonly region: string
  readonly population?: number
}

/** The word of an association in addresses; not branded: it never stands beside a body's where one could be the other. */
export const AssociationSlug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A body's slug in web addresses: `comune-di-vallechiara`. */
export const Slug = AssociationSlug.brand<'Slug'>()
export type Slug = z.infer<typeof Slug>

/** An administration in the store: a tenant. */
export type Administration = AdministrationDetails & {
  readonly id: AdministrationId
  /** Its slug in web addresses. */
  readonly slug: Slug
  readonly facts: Facts
  /** True when its contents are invented, for demonstration. */
  readonly demonstration: boolean
}
