// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyReply } from 'fastify'

/** Nothing inline, nothing from other sites: even markup that slips through cannot run. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // With `no-referrer` browsers send `Origin: null` for our own forms too, and `isForeign` could not tell them apart.
  referrerPolicy: { policy: 'same-origin' },
  // The body may have other sites under the same domain: we do not decide for them.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
}

/** Lets pages of other sites show this answer in a frame. Only for published pages without forms. */
export function allowFrames(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  reply.removeHeader('x-frame-options')
}
