// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg'

/** What a listener is called with. */
export type Listener = {
  /** A commit announced something. */
  heard(payload: string): void
  /** The connection was lost: announcements do not come for a while. */
  lost?(): void
  /** The connection was made again: announcements may have been missed. */
  missed(): void
}

/** A connection that hears what commits announce on a server. */
export type Ear = { close(): Promise<void> }

/** Milliseconds before a lost connection is made again. */
const pause = 1000

/** Listens on a channel of a PostgreSQL server, over a connection of its own that is made again when it is lost. */
export async function listenOnServer(url: string, channel: string, listener: Listener): Promise<Ear> {
  let closed = false
  let client: pg.Client
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', () => undefined)
    client.on('notification', ({ payload = '' }) => listener.heard(payload))
    await client.connect()
    await client.query(`listen ${channel}`)
    if (closed) await client.end()
    client.on('end', () => {
      if (!closed) listener.lost?.()
      later()
    })
  }
  const later = () => {
    if (closed) return
    retry = setTimeout(() => {
      connect().then(
        () => listener.missed(),
        () => later(),
      )
    }, pause)
    retry.unref()
  }
  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client.end().catch(() => undefined)
    },
  }
}
