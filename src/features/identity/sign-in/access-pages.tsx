// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { home } from '../../../ui/home.ts'
import { identityPaths } from '../addresses.ts'
import { InvitationPage } from '../links/views/invitation-page.tsx'
import { ChosenPassword, Email, Next, Token, TypedPassword } from '../page-fields.ts'
import type { IdentityPageDependencies } from '../pages.tsx'
import { FirstAccessPage } from '../people/views/first-access-page.tsx'
import { SignInPage, signInNotices } from './views/sign-in-page.tsx'

const notices = Object.keys(signInNotices) as (keyof typeof signInNotices)[]

/** The pages by which people come in and go out. */
export const accessPages = ({ identity, site }: IdentityPageDependencies): readonly Route[] => {
  const { providerName: provider } = identity
  return [
    route({
      method: 'GET',
      path: identityPaths.signIn,
      permission: 'everyone',
      query: z.object({ poi: Next, esito: z.enum(notices).optional().catch(undefined) }),
      handle: ({ query: { poi, esito }, viewer }) =>
        viewer.person ? seeOther(poi) : page(<SignInPage site={site} next={poi} provider={provider} notice={esito} />),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.signIn,
      permission: 'everyone',
      body: z.object({ email: Email, password: TypedPassword, poi: Next }),
      async handle({ body: { poi, ...body }, client }) {
        const { cookies, secondStep } = await identity.signIn(client, body)
        return seeOther(secondStep ? identityPaths.secondStep({}, { poi }) : poi, cookies)
      },
      again: (_, refusal) => (
        <SignInPage site={site} next={Next.parse(refusal.values.poi)} provider={provider} refusal={refusal} />
      ),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.signOut,
      permission: 'everyone',
      body: z.object({}),
      handle: async ({ client }) =>
        seeOther(identityPaths.signIn({}, { esito: 'uscita' }), await identity.signOut(client)),
    }),
    route({
      method: 'GET',
      path: identityPaths.invitation,
      permission: 'everyone',
      params: Token,
      async handle({ params: { token }, client }) {
        const person = await identity.readInvitation(token, client)
        return page(<InvitationPage site={site} token={token} person={person} provider={provider} />, { cache: 'none' })
      },
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.invitation,
      permission: 'everyone',
      params: Token,
      body: ChosenPassword,
      handle: async ({ params: { token }, body, client }) =>
        seeOther(home({}), await identity.acceptInvitation(token, body, client)),
      async again({ params: { token }, client }, refusal) {
        const person = await identity.readInvitation(token, client)
        return <InvitationPage site={site} token={token} person={person} provider={provider} refusal={refusal} />
      },
    }),
    route({
      method: 'GET',
      path: identityPaths.firstAccess,
      permission: 'everyone',
      params: Token,
      async handle({ params: { token }, client }) {
        await identity.checkFirstAdministratorLink(token, client)
        return page(<FirstAccessPage site={site} token={token} />, { cache: 'none' })
      },
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.firstAccess,
      permission: 'everyone',
      params: Token,
      body: ChosenPassword.safeExtend({
        nome: z.string('scrivere nome e cognome'),
        email: Email,
      }),
      async handle({ params: { token }, body: { nome: name, email, password }, client }) {
        const cookies = await identity.registerFirstAdministrator(token, { name, email, password }, client)
        return seeOther(home({}), cookies)
      },
      again: ({ params: { token } }, refusal) => <FirstAccessPage site={site} token={token} refusal={refusal} />,
    }),
  ]
}
