// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './answer.ts'
import { type RenderedPage, renderPage } from './rendered-page.ts'

/** Sends what a handler answered. */
export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer) {
  switch (answer.kind) {
    case 'page':
      return sendPage(request, reply.code(answer.status), await renderPage(answer.document))
    case 'file':
      return reply
        .header('content-disposition', `attachment; filename="${answer.filename}"`)
        .header('cache-control', 'no-store')
        .type(answer.contentType)
        .send(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength))
    case 'redirect':
      return reply.redirect(answer.to, answer.status)
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
export function sendPage(request: FastifyRequest, reply: FastifyReply, { html, gzip, etag }: RenderedPage) {
  reply.header('vary', 'accept, accept-encoding')
  if (reply.statusCode !== 200) reply.header('cache-control', 'no-store')
  else {
    reply.header('cache-control', 'no-cache').header('etag', etag)
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send()
  }
  reply.type('text/html; charset=utf-8')
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzip)
    : reply.send(html)
}
