// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { administrationKinds, FactsSchema } from '../../src/features/administrations/index.ts'
import { statuses } from '../../src/features/plans/index.ts'
import type { Profile } from '../../src/features/profiles/index.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { openReferenceData } from '../../src/main/compose.ts'

/** The editions and the municipalities that come with Timone. */
export const { catalogue, registry } = openReferenceData({ dataDirectory: '/nonexistent' })
const editionId = '2024-2026'
const codes = catalogue.edition(editionId).lines.map(({ code }) => code)
const voluntary = catalogue
  .edition(editionId)
  .lines.flatMap(({ code, addressees }) => (addressees?.voluntary ? [code] : []))

/** What is hard for YAML, JSON and people: quotes, breaks, signs that begin a structure, words that look like values. */
const difficult = fc.constantFrom(
  ...['true', 'null', '~', '1.10', '016053', '- a', 'a: b', '# x', '&a', '*a', '!t', '%d', '@', '`', '"', "'", '\\n'],
  ...[
    'a\nb',
    '  a',
    'a  ',
    'a\r\nb',
    '\ta',
    '|',
    '>',
    '…',
    '😀',
    '{{x}}',
    '<b>',
    '---',
    '...',
    '\u2028',
    'è',
    '\u0085',
  ],
)
const written = (maxLength: number) =>
  fc
    .array(fc.oneof(difficult, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 })
    .map((parts) => parts.join(' ').slice(0, maxLength))
    .filter((text) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text))
const line = (maxLength: number, minLength = 1) =>
  written(maxLength)
    .map((text) => text.trim())
    .filter((text) => Array.from(text).length >= minLength)

const isoDate = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dateOrWords = fc.oneof(isoDate, fc.constantFrom('dic-25', 'attività continuativa', '31.12.2025'))
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 13n })
  .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`)
const some = <T>(items: fc.Arbitrary<T>) => fc.array(items, { minLength: 1, maxLength: 3 })

const entry = (code: string) =>
  fc.record(
    {
      code: fc.constant(code),
      activity: written(20_000).filter((text) => text !== ''),
      status: fc.constantFrom(...statuses),
      statusLabel: line(200),
      offices: some(line(200)),
      funding: some(line(300)),
      planned: dateOrWords,
      completed: dateOrWords,
      evidence: some(fc.record({ label: line(300), url: fc.webUrl() })),
    },
    { requiredKeys: ['code'] },
  )

const initiative = fc.record(
  {
    title: line(300),
    description: written(2000).filter((text) => text !== ''),
    lines: some(fc.constantFrom(...codes)),
  },
  { requiredKeys: ['title'] },
)

const facts = fc
  .record(
    Object.fromEntries(
      Object.keys(FactsSchema.shape).map((fact) => [
        fact,
        fact === 'dataCentreGroup' ? fc.constantFrom('none', 'A', 'B') : fc.boolean(),
      ]),
    ),
    { requiredKeys: [] },
  )
  .filter((told) => Object.keys(told).length > 0)
  .map((told) => FactsSchema.parse(told))

/** Any valid profile, with texts that are hard for YAML, JSON, SQL and people. */
export const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    administration: fc.record(
      {
        name: line(200, 2),
        kind: fc.constantFrom(...administrationKinds),
        cadastralCode: fc.stringMatching(/^[A-Z]\d{3}$/),
        istatCode: fc.stringMatching(/^\d{6}$/),
        population: fc.nat(10_000_000),
      },
      { requiredKeys: ['name', 'kind'] },
    ),
    facts,
    offices: some(fc.record({ name: line(200), description: line(2000) }, { requiredKeys: ['name'] })),
    roles: some(
      fc.record(
        { role: line(120), holder: line(200), act: fc.record({ body: line(120), number: line(40), date: isoDate }) },
        { requiredKeys: ['role', 'holder'] },
      ),
    ),
    plan: fc.record(
      {
        triennium: fc.constantFrom(...['2024-2026', '2025-2027'].map(trienniumOf)),
        edition: fc.constant(editionId),
        title: line(300),
        choices: fc.dictionary(fc.constantFrom(...voluntary), fc.boolean(), { minKeys: 1, noNullPrototype: true }),
        narrative: fc.record({
          introduction: written(2000).filter((text) => text !== ''),
          chapters: fc.dictionary(fc.constantFrom('1', '2', '7'), line(2000), { minKeys: 1, noNullPrototype: true }),
        }),
        entries: fc.subarray(codes, { minLength: 1, maxLength: 5 }).chain((chosen) => fc.tuple(...chosen.map(entry))),
        initiatives: some(initiative),
      },
      { requiredKeys: ['triennium', 'edition'] },
    ),
    spending: some(
      fc.record({ year: fc.integer({ min: 2000, max: 2100 }), kind: fc.constantFrom('actual', 'forecast'), amount }),
    ),
    fundingMeasures: some(
      fc.record(
        { measure: fc.constantFrom('1.2', '1.4.1'), title: line(300), amount },
        { requiredKeys: ['measure', 'title'] },
      ),
    ),
    demonstration: fc.constant(true as const),
  },
  { requiredKeys: ['administration', 'plan'] },
)
