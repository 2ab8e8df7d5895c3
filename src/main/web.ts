// SPDX-License-Identifier: AGPL-3.0-or-later
// Composition root of the web server.
import { join } from 'node:path'
import { administrationPages, readAdministrations } from '../features/administrations/index.ts'
import { documentPages, openDocumentService, planCharts, richText } from '../features/documents/index.ts'
import { importPages, openImportReader, type ReadPlanFile, readPlanFile } from '../features/imports/index.ts'
import { openAdministrationReader, openPlanReader, planPages } from '../features/plans/index.ts'
import { loadDemonstration } from '../features/profiles/index.ts'
import { program } from '../kernel/access.ts'
import { systemClock as clock } from '../kernel/clock.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { assetsAddress } from '../platform/http/assets.ts'
import { knownHosts } from '../platform/http/known-hosts.ts'
import { buildServer } from '../platform/http/server.ts'
import { statusRoute } from '../platform/http/status.ts'
import { startBackground } from '../platform/jobs/background.ts'
import { openLog } from '../platform/log/log.ts'
import { describeError, exitCodeOf, openTerminal } from '../platform/terminal/terminal.ts'
import { errorPage } from '../ui/error-page.tsx'
import { dress } from '../ui/viewer.tsx'
import { openDocumentTools, openReferenceData, openStore, root, sandbox } from './compose.ts'
import { countGenerations } from './generations.ts'

const terminal = openTerminal(process)

/** Files that are read together: each takes a process of its own. */
const importsAtOnce = 2

async function serve(config: Config): Promise<void> {
  const reference = openReferenceData(config)
  const { catalogue, registry } = reference
  const { database, tenants } = await openStore(config, reference)
  if (config.demonstration && (await tenants.readMany([], readAdministrations)).length === 0) {
    terminal.err('Base dati vuota: carico gli enti dimostrativi…')
    const folder = join(root, 'demo')
    await loadDemonstration({ tenants, catalogue, municipality: registry.find, folder, clock }, (done, total) =>
      terminal.progress(`  ${done} di ${total}`),
    )
  }
  const documents = openDocumentTools()
  const assetsDirectory = join(root, 'dist', 'assets')
  const site = { assets: assetsAddress(assetsDirectory) }
  const plans = openPlanReader(tenants, catalogue)
  const log = openLog(config.logLevel)
  const background = startBackground(importsAtOnce, log)
  const importing = {
    ...{ tenants, catalogue, clock, background },
    read: ((bytes, name, onProgress) =>
      readPlanFile(bytes, name, { catalogue, sandbox }, {}, onProgress)) satisfies ReadPlanFile,
  }
  const server = await buildServer({
    routes: [
      statusRoute,
      ...administrationPages(openAdministrationReader(tenants, catalogue, clock), site),
      ...planPages({ plans, charts: planCharts, richText, site }),
      ...importPages({ imports: openImportReader(tenants, catalogue, clock), useCases: importing, site }),
      ...documentPages({ plans, documents: openDocumentService(tenants, catalogue, documents.tools, clock), site }),
    ],
    assetsDirectory,
    identify: async () => program('web'),
    signInAddress: (from) => `/accesso?poi=${encodeURIComponent(from)}`,
    dress,
    generations: await countGenerations(database, tenants),
    hosts: knownHosts(config.host, config.hosts),
    clock,
    log,
    errorPage: errorPage(site),
  })
  const address = await server.listen(config)
  terminal.out(`Timone è pronto: ${address}`)
  terminal.out(
    'Accesso: libero, senza credenziali, da chi raggiunge questo indirizzo. Gli enti caricati sono dimostrativi.',
  )

  const stop = async () => {
    await server.close()
    await background.settled()
    await documents.close()
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
