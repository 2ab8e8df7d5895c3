// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  appointFirstAdministrator,
  type GrantPlace,
  grantRole,
  insertAssociation,
  type RoleName,
} from '../../src/features/administrations/index.ts'
import { registerEditions } from '../../src/features/catalogue/index.ts'
import type { DocumentTools } from '../../src/features/documents/index.ts'
import type { ReadPlanFile } from '../../src/features/imports/index.ts'
import { adoptProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program } from '../../src/kernel/access.ts'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { notNow } from '../../src/kernel/errors.ts'
import { openApplication } from '../../src/main/application.ts'
import { openReferenceData } from '../../src/main/compose.ts'
import { openTenants } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { startBackground } from '../../src/platform/jobs/background.ts'
import { openLog } from '../../src/platform/log/log.ts'
import type { TestDatabase } from '../databases.ts'
import { openBrowser, type TestBrowser } from './test-browser.ts'

/** A person of the tests. */
export type TestPerson = { readonly name: string; readonly email: string }

const password = 'parola di prova assai lunga'

const withoutTools: DocumentTools = {
  pdf: { render: () => Promise.reject(new Error('no PDF here')), close: () => Promise.resolve() },
  rasterise: () => new Uint8Array(),
  canPrint: () => true,
  webFonts: { regular: new Uint8Array(), bold: new Uint8Array(), italic: new Uint8Array() },
}

const refusingReader: ReadPlanFile = async () => {
  throw notNow('Qui non si leggono file.', { place: 'file', message: 'la prova non ha lettori' })
}

/** The whole site as `src/main` makes it, on a test's database: with sign-in, roles and every route. */
export async function openApplicationForTest(
  { database }: TestDatabase,
  {
    tools = withoutTools,
    clock = systemClock,
    assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-')),
    read = refusingReader,
  }: {
    readonly tools?: DocumentTools
    readonly clock?: Clock
    readonly assetsDirectory?: string
    readonly read?: ReadPlanFile
  } = {},
) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'timone-data-'))
  const { catalogue, registry } = openReferenceData({ dataDirectory } as Parameters<typeof openReferenceData>[0])
  const tenants = openTenants(database)
  await registerEditions(tenants, catalogue)
  const logged: string[] = []
  const log = openLog('info', { write: (line: string) => void logged.push(line) })
  const background = startBackground(2, log)
  const mail = { configured: false, send: async () => false, close: () => undefined }
  let address = 'http://localhost'
  const { identity, server: application } = await openApplication({
    database,
    tenants,
    catalogue,
    registry,
    tools,
    read,
    background,
    mail,
    clock,
    log,
    site: { assets: readdirSync(assetsDirectory).length > 0 ? assetsAddress(assetsDirectory) : '/assets' },
    signIn: { secret: 'un segreto di prova lungo abbastanza, solo per i test', listening: () => address },
  })
  const server = await buildServer({ ...application, assetsDirectory })

  const roles = { tenants, clock }
  const setUp = program('test')
  /** Makes a person, or finds them again. */
  const person = ({ name, email }: TestPerson) => identity.addPerson({ name, email, password }, setUp.actor)
  const signIn = async (email: string): Promise<TestBrowser> => {
    const browser = openBrowser(server)
    const { status, body } = await browser.post('/accesso', { email, password })
    if (status !== 303) throw new Error(`${email} cannot sign in: ${status} ${body.slice(0, 2000)}`)
    return browser
  }
  return {
    server,
    identity,
    tenants,
    catalogue,
    registry,
    background,
    logged,
    clock,
    password,
    person,
    signIn,
    /** A person with a role in a place, signed in. */
    async enter(role: RoleName, on: GrantPlace, who: TestPerson, office?: string): Promise<TestBrowser> {
      const { id } = await person(who)
      await grantRole(roles, { person: id, role, on, ...(office && { office }) }, setUp)
      return await signIn(who.email)
    },
    /** The first administrator, signed in. */
    async enterAdministrator(who: TestPerson): Promise<TestBrowser> {
      const { id } = await person(who)
      await tenants.writeNational((writer) => appointFirstAdministrator(clock)(writer, id))
      return await signIn(who.email)
    },
    adopt: (profile: Profile) => adoptProfile(tenants, profile, setUp.actor),
    associate: async (slug: string, members: readonly Awaited<ReturnType<typeof adoptProfile>>[]) =>
      await tenants.writeNational((writer) =>
        insertAssociation(
          writer,
          { slug, name: `Gestione associata ${slug}`, demonstration: false },
          members,
          '2024-01-01',
        ),
      ),
    /** Listens, for a real browser, and returns the address. */
    async listen(): Promise<string> {
      address = await server.listen({ host: '127.0.0.1', port: 0 })
      return address
    },
    async close() {
      await server.close()
      await background.settled()
      rmSync(assetsDirectory, { recursive: true, force: true })
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
export type TestApplication = Awaited<ReturnType<typeof openApplicationForTest>>
