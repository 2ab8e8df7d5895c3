// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'vitest'
import type { Viewer } from '../../src/kernel/access.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { TestDatabase } from '../databases.ts'
import { openSite, type SiteOptions } from './site.ts'

/** A clock that tests move. It begins at the present time, because the sign-in engine reads the machine's clock. */
export type MovingClock = Clock & { advance(milliseconds: number): void }

/** A platform administrator who is not a person of this site: to call use cases with. */
export const administrator: Viewer = {
  actor: { id: 'program:test', name: 'Prova' },
  key: 'test',
  may: () => true,
  officesOf: () => [],
}

const movingClock = (): MovingClock => {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const advance = (milliseconds: number) => {
    ahead += milliseconds
  }
  return { now, today: () => now().toISOString().slice(0, 10), advance }
}

const password = 'quattro cavalli senza fretta'

/** The site for tests of sign-in: its clock moves, and people without roles come and go. */
export async function openIdentitySite(
  opened?: TestDatabase,
  { clock = movingClock(), ...options }: Pick<SiteOptions, 'mail' | 'signIn'> & { readonly clock?: MovingClock } = {},
) {
  const site = await openSite({ ...(opened && { opened }), ...options, clock })
  let count = 0
  return {
    ...site,
    clock,
    /** The password of the people of `add`. */
    password,
    /** Makes a person who has never been here. */
    add() {
      count += 1
      const input = { name: `Persona ${count}`, email: `persona${count}@vallechiara.example`, password }
      return site.identity.addPerson(input, administrator.actor)
    },
    /** Invites one. */
    async invite(input: Partial<{ name: string; email: string }> = {}) {
      count += 1
      const person = { name: `Persona ${count}`, email: `persona${count}@vallechiara.example`, ...input }
      return await site.identity.invitePerson({}, person, administrator)
    },
    /** A browser from a network address of its own, so that tests do not throttle one another. */
    newcomer() {
      count += 1
      return site.browser(`198.51.100.${count}`)
    },
    /** A browser in which a person has signed in. */
    async enterAs(email: string) {
      const browser = this.newcomer()
      expect((await browser.post('/accesso', { email, password })).status).toBe(303)
      return browser
    },
  }
}

/** What a test of sign-in can do. */
export type IdentitySite = Awaited<ReturnType<typeof openIdentitySite>>

/** Who is signed in, as the page's header says; nothing for nobody. */
export const whoIsIn = (body: string): string | undefined =>
  /Il tuo profilo:[^<]*(?:<[^>]*>)*\s*([^<]+)</.exec(body)?.[1]?.trim()
