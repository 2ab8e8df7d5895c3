// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openSecret } from './secret.ts'

const oidc = {
  TIMONE_OIDC_ISSUER: 'https://accesso.example/ente',
  TIMONE_OIDC_CLIENT_ID: 'timone',
  TIMONE_OIDC_CLIENT_SECRET: 's',
}
const read = (environment: Record<string, string>) => readConfig(environment, '/')

test.each([
  ['TIMONE_URL', { TIMONE_URL: 'timone.example' }],
  ['TIMONE_URL', { TIMONE_URL: 'ftp://timone.example' }],
  ['TIMONE_URL', { TIMONE_URL: 'https://timone.example/piani' }],
  ['TIMONE_URL', { TIMONE_URL: 'https://io@timone.example' }],
  ['TIMONE_SECRET', { TIMONE_SECRET: 'corta' }],
  ['SMTP_URL', { SMTP_URL: 'posta.example', MAIL_FROM: 'a@b.example' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://posta.example' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://posta.example', MAIL_FROM: 'Timone' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://posta.example', MAIL_FROM: 'a@b.example\nBcc: c@d.example' }],
  ['TIMONE_OIDC_ISSUER', { ...oidc, TIMONE_OIDC_ISSUER: 'http://accesso.example' }],
  ['TIMONE_OIDC_CLIENT_ID', { ...oidc, TIMONE_OIDC_CLIENT_ID: '' }],
  ['TIMONE_OIDC_CLIENT_SECRET', { ...oidc, TIMONE_OIDC_CLIENT_SECRET: '' }],
  ['TIMONE_URL', oidc],
])('a wrong %s is named, with what to write: %j', (place, environment) => {
  expect(() => read(environment as Record<string, string>)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      problems: [expect.objectContaining({ place, remedy: expect.any(String) })],
    }),
  )
})

test('without any of it Timone signs people in by password, and sends no mail', () => {
  const { publicAddress, secret, mail, provider } = read({})
  expect({ publicAddress, secret, mail, provider }).toEqual({})
})

test('what is set is read', () => {
  const config = read({
    ...oidc,
    TIMONE_OIDC_CLAIM: 'upn',
    TIMONE_URL: 'https://Timone.example/',
    TIMONE_HOSTS: 'interno.example',
    TIMONE_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtps://u:p@posta.example',
    MAIL_FROM: 'Timone <t@ente.example>',
  })
  expect(config).toMatchObject({
    publicAddress: 'https://timone.example',
    hosts: ['interno.example', 'timone.example'],
    mail: { smtpUrl: 'smtps://u:p@posta.example', from: 'Timone <t@ente.example>' },
    provider: {
      issuer: 'https://accesso.example/ente',
      clientId: 'timone',
      claim: 'upn',
      name: 'l’identità dell’ente',
    },
  })
})

describe('the secret of an installation', () => {
  let dataDirectory: string
  beforeEach(() => {
    dataDirectory = join(mkdtempSync(join(tmpdir(), 'timone-secret-')), 'data')
  })
  afterEach(() => rmSync(join(dataDirectory, '..'), { recursive: true }))

  test('is made at the first start, for its owner alone, and stays', () => {
    const secret = openSecret({ dataDirectory })
    expect(secret.length).toBeGreaterThanOrEqual(64)
    expect(openSecret({ dataDirectory })).toBe(secret)
    expect(statSync(join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDirectory, 'secret'), 'utf8').trim()).toBe(secret)
  })

  test('is that of the environment, where it says one', () => {
    expect(openSecret({ dataDirectory, secret: 'quello della prova' })).toBe('quello della prova')
  })

  test('is not guessed anew when the file is spoilt', () => {
    openSecret({ dataDirectory })
    writeFileSync(join(dataDirectory, 'secret'), 'mezzo')
    expect(() => openSecret({ dataDirectory })).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})
