// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the web server.
import { join } from 'node:path'
import { readAdministrations } from '../features/administrations/index.ts'
import { readInSandbox } from '../features/imports/index.ts'
import { loadDemonstration, publishFormerPlans } from '../features/profiles/index.ts'
import { systemClock as clock } from '../kernel/clock.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { openSecret } from '../platform/config/secret.ts'
import { warningsOf } from '../platform/config/warnings.ts'
import { assetsAddress } from '../platform/http/assets.ts'
import { knownHosts } from '../platform/http/known-hosts.ts'
import { buildServer } from '../platform/http/server.ts'
import { startBackground } from '../platform/jobs/background.ts'
import { openLog } from '../platform/log/log.ts'
import { openMail } from '../platform/mail/mail.ts'
import { describeError, exitCodeOf, openTerminal } from '../platform/terminal/terminal.ts'
import { openApplication } from './application.ts'
import { openDocumentTools, openReferenceData, openSandbox, openStore, root } from './compose.ts'
import { planUseCases } from './plan-routes.ts'
import { welcome } from './welcome.ts'

const terminal = openTerminal(process)

/** How many uploaded files are read at the same time. Each takes a process of its own. */
const importsAtOnce = 2

async function serve(config: Config): Promise<void> {
  for (const warning of warningsOf(config)) terminal.err(warning)
  const reference = openReferenceData(config)
  const { catalogue, registry } = reference
  const { database, tenants } = await openStore(config, reference)
  const documents = openDocumentTools()
  const sandbox = openSandbox(config)
  const folder = join(root, 'demo')
  if (config.demonstration && (await tenants.readMany([], readAdministrations)).length === 0) {
    terminal.err('Base dati vuota: carico gli enti dimostrativi…')
    await loadDemonstration({ tenants, catalogue, municipality: registry.find, folder, clock }, (done, total) =>
      terminal.progress(`  ${done} di ${total}`),
    )
  }
  const assetsDirectory = join(root, 'dist', 'assets')
  const log = openLog(config.logLevel)
  const background = startBackground(importsAtOnce, log)
  const mail = openMail(config.mail, ({ code }) => log.error({ code }, 'mail not sent'))
  let address = ''
  const { identity, server: application } = await openApplication({
    database,
    tenants,
    catalogue,
    registry,
    background,
    mail,
    clock,
    log,
    tools: documents.tools,
    read: (bytes, name, onProgress) => readInSandbox(bytes, name, sandbox, {}, onProgress),
    site: { assets: assetsAddress(assetsDirectory), origin: config.publicAddress },
    signIn: {
      secret: openSecret(config),
      publicAddress: config.publicAddress,
      provider: config.provider,
      listening: () => address,
    },
  })
  const server = await buildServer({
    ...application,
    assetsDirectory,
    hosts: knownHosts(config.host, config.hosts),
    proxies: config.proxies,
  })
  address = await server.listen(config)
  for (const line of await welcome({ config, tenants, identity, clock, address: config.publicAddress ?? address })) {
    terminal.out(line)
  }

  const stopping = new AbortController()
  if (config.demonstration) {
    const useCases = planUseCases({ tenants, catalogue, clock, tools: documents.tools })
    // Its documents take seconds to print: nobody waits for them.
    void background.run(() => publishFormerPlans(useCases, folder, stopping.signal))
  }
  const stop = async () => {
    stopping.abort()
    await server.close()
    await background.settled()
    await documents.close()
    mail.close()
    await database.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
}

try {
  await serve(readConfig(process.env, process.cwd()))
} catch (error) {
  terminal.err(describeError(error))
  process.exitCode = exitCodeOf(error)
}
