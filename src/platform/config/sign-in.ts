// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput, type TimoneError } from '../../kernel/errors.ts'

/** How mail is sent. */
export type MailConfig = {
  /** `SMTP_URL`: `smtps://utente:password@posta.example:465`. */
  readonly smtpUrl: string
  /** `MAIL_FROM`: the sender, `Timone <timone@comune.example>`. */
  readonly from: string
}

/** The OpenID Connect provider that people may sign in at. */
export type ProviderConfig = {
  /** `TIMONE_OIDC_ISSUER`: its address, under which `.well-known/openid-configuration` is. */
  readonly issuer: string
  /** `TIMONE_OIDC_CLIENT_ID`, `TIMONE_OIDC_CLIENT_SECRET`: Timone's credentials with the provider. */
  readonly clientId: string
  readonly clientSecret: string
  /** `TIMONE_OIDC_NAME`: what people call it, on the button: «Entra con …». */
  readonly name: string
  /**
   * `TIMONE_OIDC_CLAIM`: the claim that holds the email address people were invited under; the provider must vouch for
   * it. Absent: `email`, which counts only with `email_verified`.
   */
  readonly claim?: string
}

/** What the environment says about signing in. */
export type SignInConfig = {
  /** `TIMONE_URL`: the address under which people reach Timone, without a final slash; default: where it listens. */
  readonly publicAddress?: string
  /** `TIMONE_SECRET`: signs cookies, encrypts second factors; default: a file of the data folder. */
  readonly secret?: string
  readonly mail?: MailConfig
  readonly provider?: ProviderConfig
}

/** The least number of characters in a secret. */
export const shortestSecret = 32

/**
 * Reads what the environment says about signing in.
 * @throws {TimoneError} `invalid-input`, the first variable that does not fit.
 */
export function readSignInConfig(environment: NodeJS.ProcessEnv): SignInConfig {
  const publicAddress = readPublicAddress(environment.TIMONE_URL)
  const secret = environment.TIMONE_SECRET || undefined
  if (secret !== undefined && secret.length < shortestSecret) {
    const remedy = `almeno ${shortestSecret} caratteri a caso, per esempio da: openssl rand -base64 32`
    throw wrong('TIMONE_SECRET', 'è troppo corta', remedy)
  }
  const mail = readMail(environment)
  const provider = readProvider(environment)
  if (provider && publicAddress === undefined) {
    throw wrong(
      'TIMONE_URL',
      'manca',
      'con TIMONE_OIDC_ISSUER serve l’indirizzo pubblico, https://timone.comune.example',
    )
  }
  return {
    ...(publicAddress !== undefined && { publicAddress }),
    ...(secret !== undefined && { secret }),
    ...(mail && { mail }),
    ...(provider && { provider }),
  }
}

function readPublicAddress(value: string | undefined): string | undefined {
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw wrong(
      'TIMONE_URL',
      'non è l’indirizzo di un sito',
      'schema e nome, senza altro: https://timone.comune.example',
    )
  }
  return url.origin
}

function readMail({ SMTP_URL, MAIL_FROM }: NodeJS.ProcessEnv): MailConfig | undefined {
  if (!SMTP_URL) return undefined
  if (!/^smtps?:$/.test(URL.canParse(SMTP_URL) ? new URL(SMTP_URL).protocol : '')) {
    throw wrong('SMTP_URL', 'non è l’indirizzo di un server di posta', 'smtps://utente:password@posta.example:465')
  }
  if (!MAIL_FROM || !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(MAIL_FROM)) {
    throw wrong('MAIL_FROM', 'non dice chi manda la posta', 'Timone <timone@comune.example>')
  }
  return { smtpUrl: SMTP_URL, from: MAIL_FROM }
}

function readProvider(environment: NodeJS.ProcessEnv): ProviderConfig | undefined {
  const { TIMONE_OIDC_ISSUER: issuer, TIMONE_OIDC_CLIENT_ID: clientId } = environment
  const { TIMONE_OIDC_CLIENT_SECRET: clientSecret, TIMONE_OIDC_NAME: name, TIMONE_OIDC_CLAIM: claim } = environment
  if (!issuer) return undefined
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  const loopback = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (!url || (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) || url.search || url.hash) {
    throw wrong(
      'TIMONE_OIDC_ISSUER',
      'non è l’indirizzo https di un fornitore di identità',
      'https://accesso.example/realms/ente',
    )
  }
  if (!clientId) throw wrong('TIMONE_OIDC_CLIENT_ID', 'manca', 'l’identificativo con cui il fornitore conosce Timone')
  if (!clientSecret) throw wrong('TIMONE_OIDC_CLIENT_SECRET', 'manca', 'la chiave che il fornitore ha dato per Timone')
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: name || 'l’identità dell’ente',
    ...(claim && { claim }),
  }
}

const wrong = (place: string, message: string, remedy: string): TimoneError =>
  invalidInput(`La variabile ${place} va corretta.`, [{ place, message, remedy }])
