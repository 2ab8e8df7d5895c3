// SPDX-License-Identifier: AGPL-3.0-or-later
// Schemas of what the pages of sign-in receive.
import { z } from 'zod'
import { localPath } from './rules.ts'

/** The path of a one-time link. */
export const Token = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) })

/** The page to show afterwards: always one of ours, whatever the address asked for. */
export const Next = z
  .string()
  .optional()
  .catch(undefined)
  .transform((wanted) => localPath(wanted))

export const Email = z.string('scrivere l’indirizzo di posta').max(254, 'supera i 254 caratteri')

/** A password that is being checked. */
export const TypedPassword = z.string('scrivere la password').max(1000, 'supera i 1000 caratteri')

const twice = { password: TypedPassword, conferma: z.string('scrivere la password anche qui') }

/** A new password, typed twice. */
export const ChosenPassword = z.object(twice).refine(({ password, conferma }) => password === conferma, {
  path: ['conferma'],
  message: 'è diversa dalla prima: scriverle uguali',
})
