// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Context, Provider } from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'

/** A person known to the provider. */
export type ProviderAccount = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly upn?: string
}

/** A real OpenID provider on this machine. Every visitor is already signed in there. */
export type TestProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The next visitor; undefined when they press «cancel». */
  signInAs(account: ProviderAccount | undefined): void
  /**
   * Goes where Timone sends the browser, and follows the provider's redirects until they lead back.
   * @returns the path and query with which the browser comes back
   */
  follow(address: string): Promise<string>
  close(): Promise<void>
}

type ProviderOptions = {
  /** Where people may be sent back to. */
  readonly redirectUri: string
  /** Puts the claims into the ID token too, not only into later answers. */
  readonly claimsInToken?: boolean
}

/** Starts the provider; it has one client, Timone, and asks for PKCE. */
export async function startProvider({ redirectUri, claimsInToken = false }: ProviderOptions): Promise<TestProvider> {
  let handle: RequestListener = (_, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'timone', client_secret: 'la chiave che il fornitore ha dato' }
  const known = new Map<string, ProviderAccount>()
  let next: ProviderAccount | undefined

  const provider = new Provider(issuer, {
    adapter: createMemoryAdapter(0),
    clients: [
      { ...client, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'upn'] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/qui/${uid}` },
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['solo per le prove'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => known.get(sub) ?? { sub } }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/qui/')) return callback(request, response)
    const result = next ? { login: { accountId: next.sub } } : { error: 'access_denied' }
    void provider.interactionFinished(request, response, result)
  }
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    signInAs: (account) => {
      next = account
      if (account) known.set(account.sub, account)
    },
    follow: (address) => followBack(address, issuer),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** A browser at the provider: keeps its cookies and stops when an address leaves the provider. */
async function followBack(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = new URL(address)
  for (let hop = 0; hop < 10; hop += 1) {
    if (at.origin !== issuer) return `${at.pathname}${at.search}`
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    at = new URL(location, at)
  }
  throw new Error('the provider redirects for ever')
}

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'prova' }
}
