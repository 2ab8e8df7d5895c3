// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { VNode } from 'preact'
import { type Client, nobody, type Viewer } from '../../kernel/access.ts'
import type { Clock } from '../../kernel/clock.ts'
import { foreignRequest, unknownHost } from '../../kernel/errors.ts'
import { demand, placeOf } from '../../kernel/permission.ts'
import type { Log } from '../log/log.ts'
import { type Failure, failureOf, isFromProgram, problemDocument } from './failure.ts'
import { hostName } from './known-hosts.ts'
import { createPageCache, type Generations, type PageCache } from './page-cache.ts'
import { noSuchPage } from './parse-input.ts'
import { readForm } from './read-form.ts'
import { renderPage } from './rendered-page.ts'
import type { Asker, PageRoute, Route } from './route.ts'
import { isForeign } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { sendAnswer, sendPage, sendProblem } from './send.ts'

/** Everything that the server is built from. */
export type ServerDependencies = {
  readonly routes: readonly Route[]
  /** Folder of the built assets, served under `/assets/` and cached for ever: a changed file gets a new name. */
  readonly assetsDirectory: string
  readonly generations: Generations
  /** The host names that the server answers to (`knownHosts`); absent: any. */
  readonly hosts?: readonly string[] | undefined
  /** Proxies in front, whose word for the client's address is trusted; absent: none. */
  readonly proxies?: readonly string[] | undefined
  /** Finds out who asks, anew for every request that is not for an asset. */
  readonly identify: (client: Client) => Promise<Viewer>
  /** The address of the sign-in page, which then leads back to the page that was asked for. */
  readonly signInAddress: (from: string) => string
  /** Tells the components of a page who looks at it. */
  readonly dress: (document: VNode, viewer: Viewer) => VNode
  readonly clock: Clock
  readonly log: Log
  /** The page that tells a person what went wrong. */
  readonly errorPage: (failure: Failure) => VNode
}

/** The web server; tests call `inject` and need no port. */
export type Server = Pick<FastifyInstance, 'inject'> & {
  readonly routes: readonly Route[]
  /** Starts to listen and returns the address; port 0 takes a free one. */
  listen(at: { host: string; port: number }): Promise<string>
  /** Refuses new connections and lets the running requests end. */
  close(): Promise<void>
}

const cacheCapacity = 64 * 1024 * 1024

/** Builds the server of the declared routes. */
export async function buildServer(dependencies: ServerDependencies): Promise<Server> {
  const { routes, assetsDirectory, hosts, log, errorPage, dress, signInAddress, proxies = [] } = dependencies
  const cache = createPageCache(cacheCapacity)

  /** Who asks, once it is known: error pages too show in their header who has signed in. */
  const viewers = new WeakMap<FastifyRequest, Viewer>()
  const fail = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const failure = failureOf(error, request.id)
    const program = isFromProgram(request.url, request.headers.accept)
    const browsing = request.method === 'GET' && !program
    if (failure.code === 'unauthenticated' && browsing) {
      return reply.header('cache-control', 'no-store').redirect(signInAddress(request.url), 303)
    }
    if (failure.status >= 500) log.error({ id: request.id, err: error }, 'request failed')
    reply.code(failure.status).header('cache-control', 'no-store').header('x-request-id', request.id)
    if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter)
    if (program) return sendProblem(reply, problemDocument(failure))
    try {
      return sendPage(request, reply, renderPage(dress(errorPage(failure), viewers.get(request) ?? nobody)))
    } catch (fault) {
      log.error({ id: request.id, err: fault }, 'error page failed')
      return sendProblem(reply, problemDocument(failure))
    }
  }

  const app = fastify({
    genReqId: () => randomUUID(),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: fail,
  })
  await app.register(helmet, securityHeaders)
  app.addHook('onRequest', async ({ method, headers, hostname }) => {
    if (hosts && !hosts.includes(hostName(headers.host ?? ''))) throw unknownHost(hostname)
    if (isForeign(method, headers)) throw foreignRequest()
  })
  await app.register(formbody)
  await app.register(multipart)
  await app.register(serveStatic, {
    root: assetsDirectory,
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
  app.addHook('onResponse', async (request, reply) => {
    const { id, method, routeOptions } = request
    log.info(
      { id, method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  app.setErrorHandler(fail)
  app.setNotFoundHandler((request, reply) => fail(noSuchPage(), request, reply))
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.method === 'POST' && { bodyLimit: route.limit }),
      handler: async (request, reply) => {
        const asker = await admit(route, request, dependencies, viewers)
        const { viewer } = asker
        if (viewer.detour !== undefined && route.permission !== 'everyone' && request.url !== viewer.detour) {
          return reply.header('cache-control', 'no-store').redirect(viewer.detour, 303)
        }
        if (route.method === 'GET') return answerPage(route, request, reply, cache, dependencies, asker)
        const answer = await route.submit(request.params, () => readForm(request, route), asker)
        return sendAnswer(request, reply, answer, (document) => dress(document, viewer))
      },
    })
  }
  await app.ready()
  return {
    routes,
    inject: app.inject.bind(app),
    listen: (at) => app.listen(at),
    close: () => app.close(),
  }
}

/**
 * Finds out who asks and refuses those who lack the permission. This comes before the parameters are looked at, so that
 * nobody learns anything by trying.
 */
async function admit(
  { permission }: Route,
  request: FastifyRequest,
  { identify, clock }: ServerDependencies,
  viewers: WeakMap<FastifyRequest, Viewer>,
): Promise<Asker> {
  const client = { headers: headersOf(request), address: request.ip }
  const viewer = await identify(client)
  viewers.set(request, viewer)
  demand(viewer, permission, placeOf(request.params))
  return { viewer, client, today: clock.today() }
}

function headersOf({ headers }: FastifyRequest): Headers {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return new Headers(entries)
}

async function answerPage(
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  cache: PageCache,
  { generations, dress }: ServerDependencies,
  asker: Asker,
) {
  const call = route.call(request.params, request.query as Record<string, unknown>, asker)
  const dressed = (document: VNode) => dress(document, asker.viewer)
  if (call.keptWhile === undefined) return sendAnswer(request, reply, await call.answer(), dressed)

  // Read before the data: a change in between makes the kept page look old, and it is made again.
  const version = `${generations.of(call.keptWhile)} ${asker.today}`
  const kept = cache.get(call.key, version)
  if (kept) return sendPage(request, reply, kept)

  const answer = await call.answer()
  if (answer.kind !== 'page' || answer.status !== 200 || answer.cache || answer.cookies || answer.embeddable) {
    return sendAnswer(request, reply, answer, dressed)
  }
  const rendered = renderPage(dressed(answer.document))
  cache.set(call.key, version, rendered)
  return sendPage(request, reply, rendered)
}
