// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Client, Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { ParameterNames, Path } from '../../kernel/path.ts'
import type { Permission } from '../../kernel/permission.ts'
import type { Answer } from './answer.ts'
import type { FormRoute } from './form-route.ts'
import { parseParams, parseQuery } from './parse-input.ts'

/** What a handler receives: parameters and query as their schemas make them, today's date, and who asks. */
export type Input<Parameters, Query> = {
  readonly params: Parameters
  readonly query: Query
  readonly today: IsoDate
  readonly viewer: Viewer
  readonly client: Client
}

/** A route as a feature declares it. */
export type Declaration<Pattern extends string, Parameters, Query> = {
  readonly method: 'GET'
  readonly path: Path<Pattern>
  readonly permission: Permission
  /** Parameters that do not pass mean that the page does not exist (404). */
  readonly params?: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  /** Empty parameters count as absent and unknown ones are ignored. What does not pass is refused with 422. */
  readonly query?: z.ZodType<Query>
  /**
   * The scope that the page depends on: the page is kept in memory until the scope's data change. Undefined: it is made
   * every time.
   */
  readonly keptWhile?: (input: Input<Parameters, Query>) => string | undefined
  readonly handle: (input: Input<Parameters, Query>) => Promise<Answer> | Answer
}

/** Who asks, and from where. */
export type Asker = Pick<Input<unknown, unknown>, 'today' | 'viewer' | 'client'>

/** A request whose parameters are valid. */
export type Call = {
  /** Requests with the same key get the same page. */
  readonly key: string
  readonly keptWhile: string | undefined
  answer(): Promise<Answer>
}

/** A declared route. */
export type Route = PageRoute | FormRoute

/** A declared page or file. Its parameter types are no longer visible from outside. */
export type PageRoute = {
  readonly method: 'GET'
  readonly path: string
  readonly permission: Permission
  /** @throws {TimoneError} `not-found` for a wrong path parameter, `invalid-input` for a wrong query parameter. */
  call(params: unknown, query: Readonly<Record<string, unknown>>, asker: Asker): Call
}

/** Declares a route; the parameters' schema must have the names that are in the path. */
export function route<Pattern extends string, Parameters, Query>(
  declaration: Declaration<Pattern, Parameters, Query>,
): PageRoute {
  const { method, path, permission, params, query, keptWhile, handle } = declaration
  return {
    method,
    path: path.pattern,
    permission,
    call(givenParams, givenQuery, asker) {
      const input: Input<Parameters, Query> = {
        params: parseParams(params, givenParams),
        query: parseQuery(query, givenQuery),
        ...asker,
      }
      return {
        key: JSON.stringify([asker.viewer.key, path.pattern, input.params, input.query]),
        keptWhile: keptWhile?.(input),
        answer: async () => handle(input),
      }
    },
  }
}
