// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of signing in, of the links that letters bring, and of one’s own account. */
export const identityPaths = {
  signIn: path('/accesso'),
  secondStep: path('/accesso/secondo-fattore'),
  providerStart: path('/accesso/fornitore'),
  providerReturn: path('/accesso/fornitore/ritorno'),
  signOut: path('/uscita'),
  forgottenPassword: path('/password-dimenticata'),
  newPassword: path('/password/:token'),
  invitation: path('/invito/:token'),
  firstAccess: path('/primo-accesso/:token'),
  ownProfile: path('/profilo-personale'),
  ownName: path('/profilo-personale/nome'),
  ownPassword: path('/profilo-personale/password'),
  ownSessions: path('/profilo-personale/sessioni'),
  ownSecondFactor: path('/profilo-personale/secondo-fattore'),
} as const
