// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { warningsOf } from './warnings.ts'

const warnings = (environment: Record<string, string>) => warningsOf(readConfig(environment, '/'))

test.each([undefined, ''])('a public address with TIMONE_PROXIES %j is doubtful', (proxies) => {
  const told = warnings({
    TIMONE_URL: 'https://timone.example',
    ...(proxies !== undefined && { TIMONE_PROXIES: proxies }),
  })
  expect(told).toEqual([
    expect.stringContaining('scrivere l’indirizzo del proxy, per esempio TIMONE_PROXIES=127.0.0.1'),
  ])
})

test.each([
  {},
  { TIMONE_PROXIES: '10.0.0.0/8' },
  ...['no', '127.0.0.1'].map((proxies) => ({ TIMONE_URL: 'https://timone.example', TIMONE_PROXIES: proxies })),
])('with %j nothing is to be told', (environment) => {
  expect(warnings(environment as Record<string, string>)).toEqual([])
})
