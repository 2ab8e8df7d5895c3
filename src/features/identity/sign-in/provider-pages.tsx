// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { TimoneError } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { identityPaths } from '../addresses.ts'
import { Next } from '../page-fields.ts'
import type { IdentityPageDependencies } from '../pages.tsx'
import { SignInPage } from './views/sign-in-page.tsx'

/** What a provider sends back; anything else is ignored. */
const ProviderAnswer = z.object({
  code: z.string().max(4000).optional(),
  state: z.string().max(1000).optional(),
  iss: z.string().max(1000).optional(),
  error: z.string().max(200).optional(),
})

/** To the OpenID provider and back. Links, not forms: browsers let no form lead to another site under our CSP. */
export const providerPages = ({ identity, site }: IdentityPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: identityPaths.providerStart,
    permission: 'everyone',
    query: z.object({ poi: Next }),
    async handle({ query: { poi }, client }) {
      const { to, cookies } = await identity.startProviderSignIn(client, poi)
      return seeOther(to, cookies)
    },
  }),
  route({
    method: 'GET',
    path: identityPaths.providerReturn,
    permission: 'everyone',
    query: ProviderAnswer,
    async handle({ query, client }) {
      const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
      try {
        const { to, cookies } = await identity.finishProviderSignIn(client, Object.fromEntries(given))
        return seeOther(to, cookies)
      } catch (error) {
        if (!(error instanceof TimoneError) || error.code !== 'sign-in-refused') throw error
        const refusal = { message: error.message, problems: error.problems, values: {} }
        return page(<SignInPage site={site} next="/" provider={identity.providerName} refusal={refusal} />, 422)
      }
    },
  }),
]
