// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const Description = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
  screenshots: z.array(z.string()),
})

/** The rules of standard 0.7 for the fields of this file; an unknown field is a mistake. */
const PublicCode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  platforms: z.array(z.enum(['web', 'linux'])).min(1),
  categories: z.array(z.enum(['compliance-management', 'document-management', 'project-management'])),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  intendedAudience: z.strictObject({
    countries: z.array(z.literal('IT')),
    scope: z.array(z.enum(['government', 'local-authorities'])),
  }),
  description: z.strictObject({ it: Description, en: Description }),
  legal: z.strictObject({ license: z.literal('AGPL-3.0-or-later'), mainCopyrightOwner: z.string() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'community']),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  }),
  dependsOn: z.strictObject({
    open: z.array(z.strictObject({ name: z.string(), versionMin: z.string(), optional: z.boolean().optional() })),
  }),
})

describe('publiccode.yml', () => {
  const file: unknown = parse(readFileSync('publiccode.yml', 'utf8'))
  const read = () => PublicCode.parse(file)

  test('has what the standard requires and nothing that it does not know', () => {
    expect(PublicCode.safeParse(file)).toMatchObject({ success: true })
  })

  test('says the version and the licence that package.json says', () => {
    const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(read()).toMatchObject({ softwareVersion: version, legal: { license } })
  })

  test('shows pictures that exist', () => {
    const pictures = Object.values(read().description).flatMap(({ screenshots }) => screenshots)
    expect(pictures.filter((picture) => !existsSync(picture))).toEqual([])
  })
})

test("LICENSE is the Free Software Foundation's text, to the byte", () => {
  const sha256 = createHash('sha256').update(readFileSync('LICENSE')).digest('hex')
  expect(sha256).toBe('0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0')
})
