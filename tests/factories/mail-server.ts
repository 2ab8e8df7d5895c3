// SPDX-License-Identifier: AGPL-3.0-or-later

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** A letter as it went over the wire: envelope, headers, text. */
export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
  readonly text: string
}

/** A small SMTP server that keeps what it is sent, on this machine alone. */
export type MailServer = {
  readonly url: string
  readonly letters: Received[]
  /** Its refusal for the next recipient. */
  refuseWith(reply: string | undefined): void
  close(): Promise<void>
}

/** Starts the server. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Received[] = []
  let refusal: string | undefined
  const server = createServer((socket) => converse(socket, letters, () => refusal))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuseWith: (reply) => {
      refusal = reply
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** RFC 5321, as far as a client that sends plain mails needs it. */
function converse(socket: Socket, letters: Received[], refusal: () => string | undefined): void {
  let from = ''
  let to: string[] = []
  let source: string | undefined
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (source !== undefined) {
      if (line !== '.') {
        source += `${line.replace(/^\./, '')}\r\n`
        return
      }
      letters.push({ from, to, source, text: decode(source) })
      source = undefined
      to = []
      return say('250 preso')
    }
    const [, address = ''] = /<(.*)>/.exec(line) ?? []
    if (/^(EHLO|HELO|RSET|NOOP)/i.test(line)) return say('250 eccomi')
    if (/^MAIL FROM/i.test(line)) {
      from = address
      return say('250 bene')
    }
    if (/^RCPT TO/i.test(line)) {
      const reply = refusal()
      if (reply !== undefined) return say(reply)
      to.push(address)
      return say('250 bene')
    }
    if (/^DATA/i.test(line)) {
      source = ''
      return say('354 avanti')
    }
    if (/^QUIT/i.test(line)) return socket.end('221 ciao\r\n')
    say('502 mai sentito')
  }
  socket.setEncoding('utf8')
  socket.on('error', () => undefined)
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  say('220 posta di prova')
}

/** The text of a mail of one part, whichever way it is encoded. */
function decode(source: string): string {
  const end = source.indexOf('\r\n\r\n')
  const [head, body] = [source.slice(0, end), source.slice(end + 4)]
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body.replaceAll('\r\n', '\n')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}
