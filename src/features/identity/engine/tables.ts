// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the engine finds what it keeps: our tables, under our names (platform/db/migrations/0003-identity.sql).

export const user = {
  modelName: 'person',
  fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  additionalFields: {
    secondFactorDemanded: {
      type: 'boolean',
      required: false,
      input: false,
      fieldName: 'second_factor_demanded',
    },
  },
} as const

export const session = {
  modelName: 'session',
  fields: {
    userId: 'person_id',
    ipAddress: 'address',
    userAgent: 'user_agent',
    createdAt: 'created_at',
    // The last use. We update it ourselves: the engine never does.
    updatedAt: 'seen_at',
    expiresAt: 'expires_at',
  },
  additionalFields: { method: { type: 'string', required: false, input: false } },
} as const

export const account = {
  modelName: 'credential',
  fields: {
    userId: 'person_id',
    providerId: 'provider',
    accountId: 'subject',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

/** The provider's tokens are not kept: Timone only wants to know who the person is. */
export const noTokens = {
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
  scope: undefined,
} as const

export const verification = {
  modelName: 'verification',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const

export const twoFactor = {
  user: { fields: { twoFactorEnabled: 'second_factor' } },
  twoFactor: {
    modelName: 'second_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failures',
      lockedUntil: 'locked_until',
    },
  },
} as const
