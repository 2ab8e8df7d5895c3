// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invalidInput } from '../../kernel/errors.ts'
import { readSignInConfig, type SignInConfig } from './sign-in.ts'

/** Everything that the environment decides. Read once, by the composition roots. */
export type Config = {
  /** Folder of the embedded database and of imported national data (`TIMONE_DATA`, default `./data`). */
  readonly dataDirectory: string
  /** A PostgreSQL server to use instead of the embedded database (`DATABASE_URL`). */
  readonly databaseUrl?: string
  /** `HOST`, default this machine alone; `PORT`, default 3000, 0 for any free one. */
  readonly host: string
  readonly port: number
  /** Other names of the server (`TIMONE_HOSTS`, separated by commas), as a proxy passes them on. */
  readonly hosts: readonly string[]
  /**
   * Addresses of the proxies in front (`TIMONE_PROXIES`, separated by commas; `no`: there are none). Their word for the
   * client's address is trusted. Absent: nobody has said.
   */
  readonly proxies?: readonly string[]
  /** The folder that relative paths on the command line start from. */
  readonly workingDirectory: string
  /** Fill an empty database with the demonstration bodies (`TIMONE_DEMO`, default yes; `no` starts empty). */
  readonly demonstration: boolean
  /** pino's level (`LOG_LEVEL`, default `info`). */
  readonly logLevel: string
} & SignInConfig

/**
 * Reads the environment.
 * @throws {TimoneError} `invalid-input` for a wrong port, for a DATABASE_URL that is not a PostgreSQL address, and for
 * what `readSignInConfig` refuses.
 */
export function readConfig(environment: NodeJS.ProcessEnv, cwd: string): Config {
  // npm runs scripts from the package's folder and keeps the caller's in INIT_CWD.
  const workingDirectory = environment.INIT_CWD ?? cwd
  const port = Number(environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw invalidInput('La variabile PORT non è una porta.', [
      { place: 'PORT', message: `«${environment.PORT}» non è una porta`, remedy: 'un numero fra 0 e 65535' },
    ])
  }
  const databaseUrl = environment.DATABASE_URL || undefined
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw invalidInput('La variabile DATABASE_URL non è l’indirizzo di un server PostgreSQL.', [
      { place: 'DATABASE_URL', message: 'schema sconosciuto', remedy: 'postgresql://utente:password@server:5432/nome' },
    ])
  }
  const data = environment.TIMONE_DATA || 'data'
  const signIn = readSignInConfig(environment)
  return {
    dataDirectory: isAbsolute(data) ? data : resolve(workingDirectory, data),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    host: environment.HOST ?? '127.0.0.1',
    port,
    hosts: namesOf(environment.TIMONE_HOSTS ?? '', signIn),
    ...(environment.TIMONE_PROXIES && { proxies: proxiesOf(environment.TIMONE_PROXIES) }),
    workingDirectory,
    demonstration: environment.TIMONE_DEMO !== 'no',
    logLevel: environment.LOG_LEVEL ?? 'info',
    ...signIn,
  }
}

/** Network addresses, or ranges of them (`10.0.0.0/8`). */
function proxiesOf(list: string): readonly string[] {
  if (list.trim() === 'no') return []
  const addresses = list.split(/[\s,]+/).filter(Boolean)
  const wrong = addresses.find((address) => isIP(address.replace(/\/\d{1,3}$/, '')) === 0)
  if (wrong === undefined) return addresses
  throw invalidInput('La variabile TIMONE_PROXIES contiene un valore che non è un indirizzo di rete.', [
    { place: 'TIMONE_PROXIES', message: `«${wrong}» non è un indirizzo`, remedy: 'per esempio 127.0.0.1, 10.0.0.0/8' },
  ])
}

/** The names in `TIMONE_HOSTS`, and the name in the public address. */
function namesOf(list: string, { publicAddress }: SignInConfig): readonly string[] {
  const names = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return publicAddress === undefined ? names : [...new Set([...names, new URL(publicAddress).hostname])]
}

/**
 * The nearest folder above a module that holds package.json. Shipped data (`catalogue/`, `registry/`, fonts) is read
 * from there, both in a checkout and in a build.
 */
export function packageRoot(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${moduleUrl}`)
    folder = parent
  }
  return folder
}
