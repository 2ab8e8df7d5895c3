// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Answer } from './answer.ts'
import { type RenderedPage, renderFragment, renderPage } from './rendered-page.ts'
import { allowFrames } from './security-headers.ts'

/** Wraps every page, so that its components know who looks at it. */
export type Dress = (document: VNode) => VNode

/** What shared caches may do with published pages and files. */
const publicly = 'public, max-age=300'

/** Sends what a handler answered. */
export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer, dress: Dress) {
  switch (answer.kind) {
    case 'page': {
      reply.code(answer.status)
      if (answer.cookies) reply.header('set-cookie', answer.cookies)
      if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
      if (answer.embeddable) allowFrames(reply)
      return sendPage(request, reply, renderPage(dress(answer.document)), answer.cache)
    }
    case 'fragment':
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(renderFragment(dress(answer.content)))
    case 'json':
      return reply
        .code(answer.status)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.value))
    case 'file':
      reply.header('cache-control', answer.cache ? publicly : 'no-store')
      if (answer.hash !== undefined && isKnown(request, reply, `"${answer.hash}"`)) return reply.code(304).send()
      if (!answer.inline) reply.header('content-disposition', `attachment; filename="${answer.filename}"`)
      return reply
        .type(answer.contentType)
        .send(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength))
    case 'redirect':
      if (answer.cookies) reply.header('set-cookie', answer.cookies)
      return reply.header('cache-control', 'no-store').redirect(answer.to, answer.status)
    case 'notice':
      return sendProblem(reply.header('cache-control', 'no-store'), {
        type: 'about:blank',
        title: answer.title,
        status: 200,
        detail: answer.detail,
      })
  }
}

/** Sends RFC 9457 problem details. */
export const sendProblem = (reply: FastifyReply, problem: object) =>
  reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))

/** Sends a page in the encoding that the client takes, or 304 when it already has it. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { html, gzip, etag }: RenderedPage,
  cache?: 'public' | 'none',
) {
  reply.header('vary', cache === 'public' ? 'accept, accept-encoding' : 'accept, accept-encoding, cookie')
  if (reply.statusCode !== 200 || request.method !== 'GET' || cache === 'none')
    reply.header('cache-control', 'no-store')
  else {
    reply.header('cache-control', cache === 'public' ? publicly : 'private, no-cache')
    if (isKnown(request, reply, etag)) return reply.code(304).send()
  }
  reply.type('text/html; charset=utf-8')
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzip)
    : reply.send(html)
}

/** Sends the hash of the answer; true when the client already has it. */
function isKnown({ headers }: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag)
  const known = headers['if-none-match']?.split(/\s*,\s*/) ?? []
  return known.some((tag) => tag === etag || tag === `W/${etag}`)
}
