// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Client } from '../../../kernel/access.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { identityPaths } from '../addresses.ts'
import { ChosenPassword, TypedPassword } from '../page-fields.ts'
import type { IdentityPageDependencies } from '../pages.tsx'
import { BackupCodesPage, SecondFactorPage } from '../second-factor/views/second-factor-page.tsx'
import { ProfilePage, type ProfileView, profileNotices } from './views/profile-page.tsx'

const notices = Object.keys(profileNotices) as (keyof typeof profileNotices)[]

/** What the page of the second factor sends: the button that was pressed, and the fields. */
const SecondFactorStep = z.object({
  passo: z.enum(['inizia', 'conferma', 'codici', 'togli']),
  password: TypedPassword.optional(),
  codice: z.string().max(40, 'supera i 40 caratteri').optional(),
})

/** The pages by which people look after their own access. */
export const accountPages = ({ identity, site }: IdentityPageDependencies): readonly Route[] => {
  const own = async ({ headers }: Client) => {
    const signedIn = await identity.session(headers)
    if (!signedIn) throw unauthenticated()
    return signedIn
  }
  const profileOf = async (client: Client): Promise<ProfileView> => {
    const signedIn = await own(client)
    const { on, hasPassword } = await identity.ownSecondFactor(signedIn, client)
    const sessions = await identity.ownSessions(signedIn)
    return { person: signedIn.person, sessions, secondFactorOn: on, hasPassword }
  }
  const done = (esito: keyof typeof profileNotices, cookies?: readonly string[]) =>
    seeOther(identityPaths.ownProfile({}, { esito }), cookies)
  return [
    route({
      method: 'GET',
      path: identityPaths.ownProfile,
      permission: 'signed-in',
      query: z.object({ esito: z.enum(notices).optional().catch(undefined) }),
      handle: async ({ query: { esito }, client }) =>
        page(<ProfilePage site={site} profile={await profileOf(client)} notice={esito} />),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.ownName,
      permission: 'signed-in',
      body: z.object({ nome: z.string('scrivere nome e cognome') }),
      async handle({ body: { nome: name }, client }) {
        await identity.changeName(await own(client), { name })
        return done('nome')
      },
      again: async ({ client }, refusal) => (
        <ProfilePage site={site} profile={await profileOf(client)} refusal={refusal} />
      ),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.ownPassword,
      permission: 'signed-in',
      body: ChosenPassword.safeExtend({ attuale: TypedPassword }),
      async handle({ body: { attuale: current, password }, client }) {
        return done('password', await identity.changePassword(await own(client), { current, password }, client))
      },
      again: async ({ client }, refusal) => (
        <ProfilePage site={site} profile={await profileOf(client)} refusal={refusal} />
      ),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.ownSessions,
      permission: 'signed-in',
      body: z.object({ sessione: z.string('manca la sessione').max(100) }),
      async handle({ body: { sessione }, client }) {
        await identity.revokeSessions(await own(client), sessione === 'altre' ? 'others' : { only: sessione })
        return done('sessioni')
      },
    }),
    route({
      method: 'GET',
      path: identityPaths.ownSecondFactor,
      permission: 'signed-in',
      handle: async ({ client }) =>
        page(<SecondFactorPage site={site} state={await identity.ownSecondFactor(await own(client), client)} />, {
          cache: 'none',
        }),
    }),
    formRoute({
      method: 'POST',
      path: identityPaths.ownSecondFactor,
      permission: 'signed-in',
      body: SecondFactorStep,
      async handle({ body: { passo, password = '', codice: code = '' }, client }) {
        const signedIn = await own(client)
        switch (passo) {
          case 'inizia':
            await identity.beginSecondFactor(signedIn, { password }, client)
            return seeOther(identityPaths.ownSecondFactor({}))
          case 'togli': {
            const { cookies } = await identity.removeOwnSecondFactor(signedIn, { password }, client)
            return done('senza-secondo-fattore', cookies)
          }
          // The codes are shown only once: this page is the answer to the form and has no address of its own.
          case 'conferma': {
            const { backupCodes: codes, cookies } = await identity.confirmSecondFactor(signedIn, { code }, client)
            return page(<BackupCodesPage site={site} codes={codes} first={true} />, { cookies })
          }
          case 'codici': {
            const { backupCodes: codes, cookies } = await identity.renewBackupCodes(signedIn, { password }, client)
            return page(<BackupCodesPage site={site} codes={codes} first={false} />, { cookies })
          }
        }
      },
      again: async ({ client }, refusal) => {
        const state = await identity.ownSecondFactor(await own(client), client)
        return <SecondFactorPage site={site} state={state} refusal={refusal} />
      },
    }),
  ]
}
