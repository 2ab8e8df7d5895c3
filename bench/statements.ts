// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a program and a PostgreSQL server, and writes down what the program asks. */
export type Eavesdropper = { readonly url: string; readonly statements: string[]; close(): void }

/** Begins to listen to what is asked of a server, statement by statement: `begin` and `set` too. */
export function eavesdrop(url: string): Promise<Eavesdropper> {
  const { hostname, port } = new URL(url)
  const statements: string[] = []
  const sockets: Socket[] = []
  const server = createServer((client) => {
    const there = connect(Number(port), hostname)
    sockets.push(client, there)
    client.on('error', () => there.destroy()).on('data', readMessages(statements))
    there.on('error', () => client.destroy())
    client.pipe(there).pipe(client)
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const here = new URL(url)
      here.port = String(address && typeof address === 'object' ? address.port : 0)
      done({
        url: here.href,
        statements,
        close: () => {
          for (const socket of sockets) socket.destroy()
          server.close()
        },
      })
    })
  })
}

/** Reads the frontend's messages: `Q` holds a whole text, `P` a name and a text. The first one of all has no letter. */
function readMessages(statements: string[]): (chunk: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0)
  let started = false
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    for (;;) {
      const letter = started ? 1 : 0
      if (waiting.length < letter + 4) return
      const end = letter + waiting.readInt32BE(letter)
      if (waiting.length < end) return
      const kind = started ? String.fromCharCode(waiting[0] ?? 0) : ''
      const texts = waiting
        .subarray(letter + 4, end)
        .toString('utf8')
        .split('\0')
      if (kind === 'Q') statements.push(texts[0] ?? '')
      if (kind === 'P') statements.push(texts[1] ?? '')
      waiting = waiting.subarray(end)
      started = true
    }
  }
}
