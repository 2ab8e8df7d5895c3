// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { identityPaths } from '../addresses.ts'
import { ChosenPassword, Email, Next, Token } from '../page-fields.ts'
import type { IdentityPageDependencies } from '../pages.tsx'
import { SecondStepPage } from '../second-factor/views/second-step-page.tsx'
import { ForgottenPasswordPage, NewPasswordPage } from './views/reset-pages.tsx'

/** The second step of a sign-in, and the way to a new password. */
export const recoveryPages = ({ identity, site }: IdentityPageDependencies): readonly Route[] => {
  const { mailConfigured } = identity
  return [
    route({
      method: 'GET',
      path: identityPaths.secondStep,
      permission: 'everyone',
      query: z.object({ poi: Next }),
      handle: ({ query: { poi } }) => page(<SecondStepPage site={site} next={poi} />),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.secondStep,
      permission: 'everyone',
      body: z.object({ codice: z.string('scrivere il codice').max(40, 'supera i 40 caratteri'), poi: Next }),
      handle: async ({ body: { codice: code, poi }, client }) =>
        seeOther(poi, await identity.takeSecondStep(client, { code })),
      again: (_, refusal) => <SecondStepPage site={site} next={Next.parse(refusal.values.poi)} refusal={refusal} />,
    }),
    route({
      method: 'GET',
      path: identityPaths.forgottenPassword,
      permission: 'everyone',
      query: z.object({ esito: z.literal('inviata').optional().catch(undefined) }),
      handle: ({ query: { esito } }) =>
        page(<ForgottenPasswordPage site={site} mailConfigured={mailConfigured} asked={esito === 'inviata'} />),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.forgottenPassword,
      permission: 'everyone',
      body: z.object({ email: Email }),
      async handle({ body, client }) {
        await identity.requestReset(client, body)
        return seeOther(identityPaths.forgottenPassword({}, { esito: 'inviata' }))
      },
      again: (_, refusal) => <ForgottenPasswordPage site={site} mailConfigured={mailConfigured} refusal={refusal} />,
    }),
    route({
      method: 'GET',
      path: identityPaths.newPassword,
      permission: 'everyone',
      params: Token,
      handle: async ({ params: { token }, client }) =>
        page(<NewPasswordPage site={site} token={token} person={await identity.readReset(token, client)} />, {
          cache: 'none',
        }),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.newPassword,
      permission: 'everyone',
      params: Token,
      body: ChosenPassword,
      async handle({ params: { token }, body, client }) {
        await identity.resetPassword(token, body, client)
        return seeOther(identityPaths.signIn({}, { esito: 'password' }))
      },
      again: async ({ params: { token }, client }, refusal) => (
        <NewPasswordPage site={site} token={token} person={await identity.readReset(token, client)} refusal={refusal} />
      ),
    }),
  ]
}
