// SPDX-License-Identifier: AGPL-3.0-or-later
import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { PersonId } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { ProviderConfig } from '../../../platform/config/sign-in.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Log } from '../../../platform/log/log.ts'
import { limits } from '../model.ts'
import type { Passwords } from '../sign-in/passwords.ts'
import { addressHeader } from './answer.ts'
import { claimedIdentity, providerId } from './provider.ts'
import { ownSteps } from './steps.ts'
import * as tables from './tables.ts'

/** What the engine is built from. */
export type EngineDependencies = {
  readonly kysely: Database['kysely']
  readonly log: Log
  readonly passwords: Passwords
  /** The address under which people reach Timone: `https://timone.example`. */
  readonly publicAddress: string
  /** The path to which the provider sends people back. */
  readonly returnPath: string
  readonly secret: string
  readonly clock: Clock
  readonly provider?: ProviderConfig | undefined
  /** True for a person who is kept out. */
  readonly isDisabled: (person: PersonId) => Promise<boolean>
}

/** The name that authenticator apps show. */
const issuer = 'Timone'

/**
 * better-auth, on our tables and behind our pages: it makes and reads sessions, signs cookies, keeps and checks second
 * factors, speaks OpenID Connect. It answers no request of its own and sends nothing anywhere.
 */
export function createEngine(dependencies: EngineDependencies) {
  const { kysely, log, passwords, publicAddress, returnPath, secret, clock, provider, isDisabled } = dependencies
  const secure = publicAddress.startsWith('https:')
  const mayComeIn = async (person: string) => !(await isDisabled(person as PersonId))
  return betterAuth({
    appName: issuer,
    baseURL: publicAddress,
    trustedOrigins: [publicAddress],
    secret,
    database: { db: kysely, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log.warn({ engine: message }, 'sign-in engine') },
    rateLimit: { enabled: false },
    advanced: {
      // `__Host-` binds the cookie to this exact host; browsers accept it only over https.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-timone' : 'timone',
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // Our migrations leave out what we do not keep: pictures, the provider's tokens.
      database: { validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 1000,
      password: { hash: passwords.hash, verify: ({ hash, password }) => passwords.verify(hash, password) },
    },
    user: {
      ...tables.user,
      // Called before a provider's account is tied to a person, and at each sign-in through the provider.
      validateUserInfo: async ({ user }) =>
        user.id !== undefined && !(await mayComeIn(user.id)) ? { error: 'disabled' } : undefined,
    },
    session: {
      ...tables.session,
      expiresIn: limits.wholeSession / 1000,
      disableSessionRefresh: true,
    },
    account: {
      ...tables.account,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { ...tables.verification, storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            if (!(await mayComeIn(session.userId))) return false
            const method = context?.path?.startsWith('/callback') ? 'provider' : 'password'
            return {
              data: {
                ...session,
                method: (session as { method?: string }).method ?? method,
                ...sessionTimes(clock.now()),
              },
            }
          },
        },
      },
      account: { create: { before: async (account) => ({ data: { ...account, ...tables.noTokens } }) } },
    },
    plugins: [
      twoFactor({
        issuer,
        schema: tables.twoFactor,
        // We count wrong codes ourselves (second-factor/second-step.ts): the engine would lock known devices too.
        accountLockout: { enabled: false },
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
      }),
      genericOAuth({
        config: provider
          ? [
              {
                providerId,
                discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
                requireIdTokenVerification: true,
                clientId: provider.clientId,
                clientSecret: provider.clientSecret,
                redirectURI: `${publicAddress}${returnPath}`,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                disableSignUp: true,
                disableImplicitSignUp: true,
                disableProviderLogout: true,
                mapProfileToUser: (profile) => claimedIdentity(provider, profile),
              },
            ]
          : [],
      }),
      ownSteps(issuer),
    ],
  })
}

const sessionTimes = (now: Date) => ({
  createdAt: now,
  updatedAt: now,
  expiresAt: new Date(now.getTime() + limits.wholeSession),
})

/** The engine, as the use cases call it. */
export type Engine = ReturnType<typeof createEngine>
