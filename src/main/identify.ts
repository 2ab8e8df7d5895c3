// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedIn, Viewers } from '../features/administrations/index.ts'
import { type Client, nobody, type Viewer } from '../kernel/access.ts'

type Identification = {
  /** Who signed in, according to the cookies of a request; undefined for nobody. */
  readonly session: (headers: Headers) => Promise<SignedIn | undefined>
  readonly viewers: Viewers
}

/** Finds out who makes a request, and what they may do. */
export const identifyWith =
  ({ session, viewers }: Identification) =>
  async ({ headers }: Client): Promise<Viewer> => {
    // Without a cookie nobody signed in: published pages cost no query.
    if (!headers.has('cookie')) return nobody
    const signedIn = await session(headers)
    return signedIn ? viewers(signedIn) : nobody
  }
