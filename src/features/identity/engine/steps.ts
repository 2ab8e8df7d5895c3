// SPDX-License-Identifier: AGPL-3.0-or-later
import { createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { BetterAuthPlugin } from 'better-auth/types'

/** The second factor that a person is setting up, as text. */
export type PendingSecret = {
  /** Base32, as authenticator apps take it. */
  readonly secret: string
  /** `otpauth://totp/…`, for the QR code. */
  readonly uri: string
}

/** What our pages need from the engine besides its own steps. */
export const ownSteps = (issuer: string) =>
  ({
    id: 'timone',
    endpoints: {
      /** The person who has given the password and owes the second factor. */
      pendingPerson: createAuthEndpoint(
        '/timone/pending-person',
        { method: 'GET', requireHeaders: true },
        async (context) => {
          const { name } = context.context.createAuthCookie('two_factor')
          const identifier = await context.getSignedCookie(name, context.context.secret)
          const step = identifier ? await context.context.internalAdapter.findVerificationValue(identifier) : undefined
          return context.json(step ? { personId: step.value } : {})
        },
      ),
      /** The second factor that was begun and not confirmed yet. */
      pendingSecret: createAuthEndpoint(
        '/timone/pending-secret',
        { method: 'GET', requireHeaders: true, use: [sessionMiddleware] },
        async (context): Promise<Partial<PendingSecret>> => {
          const { user } = context.context.session
          const row = await context.context.adapter.findOne<{ secret: string; verified: boolean }>({
            model: 'twoFactor',
            where: [{ field: 'userId', value: user.id }],
          })
          if (!row || row.verified) return context.json({})
          const kept = await symmetricDecrypt({ key: context.context.secretConfig, data: row.secret })
          const secret = base32(Buffer.from(kept))
          return context.json({ secret, uri: otpauth(issuer, user.email, secret) } satisfies PendingSecret)
        },
      ),
    },
  }) satisfies BetterAuthPlugin

/** Google's Key URI format. */
function otpauth(issuer: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
