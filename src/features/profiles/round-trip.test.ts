// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, profiles } from '../../../tests/factories/profile.ts'
import { trienniumOf } from '../../kernel/ids.ts'
import { canonicalJson, profileHash } from './canonical.ts'
import type { Profile } from './model.ts'
import { parseCanonical, readProfile } from './read-profile.ts'
import { profileYaml } from './write-yaml.ts'

/** The same profile with its keys written in the opposite order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  )
}

describe('a profile', () => {
  it('comes back from its canonical JSON as identical JSON', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const json = canonicalJson(profile)
        expect(canonicalJson(parseCanonical(json, 'piano.pdf', catalogue))).toBe(json)
      }),
    )
  })

  it('comes back from YAML, and from its canonical JSON read as YAML, as the same profile', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(readProfile(profileYaml(profile), 'profile.yaml', catalogue)).toEqual(profile)
        expect(readProfile(canonicalJson(profile), 'profile.json', catalogue)).toEqual(profile)
      }),
    )
  })

  it('has the same canonical JSON, and the same hash, in whatever order its keys are written', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const other = canonicalJson(shuffled(profile) as Profile)
        expect(other).toBe(canonicalJson(profile))
        expect(profileHash(other)).toMatch(/^[0-9a-f]{64}$/)
      }),
    )
  })
})

describe('canonical JSON', () => {
  const plan = { triennium: trienniumOf('2025-2027'), edition: '2024-2026' }

  it('sorts keys, writes no spaces, and leaves out what says nothing', () => {
    const profile: Profile = {
      plan,
      administration: { name: 'È "uno"\n', kind: 'municipality' },
      facts: {},
      offices: [],
    }
    expect(canonicalJson(profile)).toBe(
      '{"administration":{"kind":"municipality","name":"È \\"uno\\"\\n"},"plan":{"edition":"2024-2026","triennium":"2025-2027"}}',
    )
  })

  it('tells different plans apart', () => {
    const hashes = ['Uno', 'Due'].map((name) =>
      profileHash(canonicalJson({ plan, administration: { name, kind: 'union' } })),
    )
    expect(hashes[0]).not.toBe(hashes[1])
  })
})
