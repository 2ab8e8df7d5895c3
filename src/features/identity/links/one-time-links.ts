// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash, randomBytes } from 'node:crypto'
import type { Actor, PersonId } from '../../../kernel/access.ts'
import { linkExpired } from '../../../kernel/errors.ts'
import type { AccountWriter } from '../../../platform/db/accounts.ts'
import { recordAccess } from '../../audit/index.ts'
import { atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { type LinkPurpose, limits } from '../model.ts'
import { countAttempt, fromNetwork } from '../sign-in/throttle.ts'
import { findLink, replaceLinks, type StoredLink } from './link-store.ts'

/** The hash that is stored in place of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const lifetimes = {
  invitation: limits.invitation,
  firstAdministrator: limits.invitation,
  reset: limits.reset,
} satisfies Record<LinkPurpose, number>

/** Makes a link that works once and revokes the older ones. @returns its token, which is stored nowhere. */
export async function makeLink(
  writer: AccountWriter,
  purpose: LinkPurpose,
  person: PersonId | null,
  by: Actor,
  at: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + lifetimes[purpose])
  await replaceLinks(writer, { hash: hashToken(token), purpose, person, by: by.id, at, expiresAt })
  return token
}

/** What to do to get another link. */
const remedies = {
  invitation: 'chiederne un altro a chi ti ha invitato; se hai già scelto la password, entra con quella',
  firstAdministrator: 'riavviare Timone, che ne stampa uno nuovo finché manca un amministratore',
  reset: 'chiederne un altro dalla pagina di accesso',
} satisfies Record<LinkPurpose, string>

const reasons = { used: 'è già stato usato', revoked: 'è stato sostituito da uno più recente', expired: 'è scaduto' }

/**
 * The link of a token, if it still works.
 * @param from the network address that asks, for the journal
 * @throws {TimoneError} `link-expired`; `too-many-attempts` after repeated failures.
 */
export async function demandLink(
  { accounts, clock, settings }: Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>,
  purpose: LinkPurpose,
  token: string,
  from: string,
): Promise<StoredLink> {
  const link = await accounts.read((reader) => findLink(reader, hashToken(token)))
  if (link?.purpose !== purpose) throw linkExpired('non è fra quelli dati da questo sito', remedies[purpose])
  const reason = link.usedAt
    ? 'used'
    : link.revokedAt
      ? 'revoked'
      : link.expiresAt <= clock.now()
        ? 'expired'
        : undefined
  if (!reason) return link
  await countAttempt({ accounts, clock, settings }, fromNetwork(from), { from })
  await accounts.write((writer) =>
    recordAccess(writer, atTheDoor, identityEvents.linkRefused, { purpose, reason, from }),
  )
  throw linkExpired(reasons[reason], remedies[purpose])
}

/** The error for a person whose link was used by somebody else in the meantime. */
export const overtaken = (purpose: LinkPurpose) => linkExpired(reasons.used, remedies[purpose])
