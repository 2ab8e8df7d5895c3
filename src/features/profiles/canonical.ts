// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { Profile } from './model.ts'

/**
 * A profile as canonical JSON (RFC 8785): no spaces, keys sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them. Empty keys are left out, so that equal plans give equal text however they were written.
 */
export const canonicalJson = (profile: Profile | object): string => serialise(pruned(profile))

/** SHA-256 of a profile's canonical JSON in UTF-8, as 64 hexadecimal digits. */
export const profileHash = (json: string): string => createHash('sha256').update(json, 'utf8').digest('hex')

/** True for an empty value: none, an empty text, an empty list or group. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** A value without empty keys, at any depth. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]): [string, unknown] => [key, pruned(member)])
  return Object.fromEntries(members.filter(([, member]) => !isNothing(member)))
}

function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialise).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${serialise(member)}`).join(',')}}`
}
