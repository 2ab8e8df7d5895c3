// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Client } from '../../../kernel/access.ts'

/** The engine's answer to one of its steps. */
export type EngineAnswer = {
  readonly ok: boolean
  /** The engine's own error code. */
  readonly code?: string
  readonly body: Readonly<Record<string, unknown>>
  /** Where the engine would send the browser. */
  readonly location?: string
  /** Values of `Set-Cookie` to pass on to the browser. */
  readonly cookies: readonly string[]
}

/** Reads the response that the engine would have sent. */
export async function readAnswer(response: Response): Promise<EngineAnswer> {
  const text = await response.text()
  const body = (text === '' ? {} : (JSON.parse(text) ?? {})) as Record<string, unknown>
  const location = response.headers.get('location')
  return {
    ok: response.status < 400,
    ...(typeof body.code === 'string' && { code: body.code }),
    body,
    ...(location !== null && { location }),
    cookies: response.headers.getSetCookie(),
  }
}

/** The header that tells the engine the client's address. We always set it anew, so a client cannot forge it. */
export const addressHeader = 'x-timone-client'

/** What the engine may know of a request. */
export function engineHeaders({ headers, address }: Client): Headers {
  const known = new Headers({ [addressHeader]: address })
  const cookie = headers.get('cookie')
  if (cookie !== null) known.set('cookie', cookie)
  const userAgent = headers.get('user-agent')
  if (userAgent !== null) known.set('user-agent', userAgent.slice(0, 300))
  return known
}
