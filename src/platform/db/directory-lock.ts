// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TimoneError } from '../../kernel/errors.ts'
import { makePrivateFolder } from '../files/private-file.ts'

/** Held while a process owns a data folder. */
export type DirectoryLock = {
  /** False when another process has taken the folder: from then on nothing may be written. */
  stillHeld(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Takes a folder for this process alone. The embedded database has no lock of its own: two processes on one folder lose
 * acknowledged rows in silence. The lock is a listening local socket, so it disappears with its process, however that
 * ends. A process id that another program got later cannot be mistaken for the owner.
 * @throws {TimoneError} `data-in-use` when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  makePrivateFolder(directory)
  const path = socketPath(realpathSync(directory))
  const token = randomBytes(16).toString('hex')
  const server = createServer((socket) => socket.end(token)).unref()
  if (!(await listen(server, path))) {
    if ((await ownerToken(path)) !== undefined) throw dataInUse(directory)
    rmSync(path, { force: true })
    if (!(await listen(server, path))) throw dataInUse(directory)
  }
  return {
    stillHeld: async () => (await ownerToken(path)) === token,
    release: () => new Promise((done) => server.close(() => done())),
  }
}

/**
 * Socket paths are limited to about 100 bytes: for a deep folder the socket is made in the system's temporary folder.
 */
function socketPath(directory: string): string {
  const name = `timone-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(directory, 'timone.lock')
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `${name}.lock`)
}

const listen = (server: Server, path: string): Promise<boolean> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error)))
    server.listen(path, () => done(true))
  })

const ownerToken = (path: string): Promise<string | undefined> =>
  new Promise((done) => {
    let token = ''
    connect(path)
      .setEncoding('utf8')
      .on('data', (text: string) => {
        token += text
      })
      .on('end', () => done(token))
      .on('error', () => done(undefined))
  })

const dataInUse = (directory: string): TimoneError =>
  new TimoneError('data-in-use', 'La cartella dei dati è già in uso da un altro processo di Timone.', [
    {
      place: directory,
      message: 'un solo processo alla volta può aprire la base dati incorporata',
      remedy:
        'fermare l’altro processo, oppure indicare un’altra cartella con TIMONE_DATA o un server con DATABASE_URL',
    },
  ])
