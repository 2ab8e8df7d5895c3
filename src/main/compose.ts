// SPDX-License-Identifier: AGPL-3.0-or-later
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openRegistry } from '../features/administrations/index.ts'
import { openCatalogue } from '../features/catalogue/index.ts'
import {
  createPdfRenderer,
  type DocumentTools,
  documentFonts,
  fontFiles,
  openRasteriser,
  printableCodePoints,
  readWebFonts,
} from '../features/documents/index.ts'
import { type Config, packageRoot } from '../platform/config/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { openTenants } from '../platform/db/tenants.ts'
import { keepPrivate } from '../platform/files/private-file.ts'
import { followCatalogue } from './follow-catalogue.ts'
import { prepareStore } from './prepare-store.ts'
import { programFingerprint } from './program-fingerprint.ts'

/** The folder of package.json, where shipped data is. */
export const root = packageRoot(import.meta.url)

/** The folder of the built programs, beside the files that they read: other processes are started from here. */
const programs = join(root, 'dist')

/** Where the editions of the national plan are. */
const catalogueFolders = ({ dataDirectory }: Pick<Config, 'dataDirectory'>) => ({
  shipped: join(root, 'catalogue'),
  imported: join(dataDirectory, 'catalogue'),
})

/** The process that reads uploaded files, which cannot be trusted. */
export const openSandbox = (config: Pick<Config, 'dataDirectory'>) => ({
  parserPath: join(programs, 'parser.js'),
  root,
  catalogue: catalogueFolders(config),
})

/** National reference data: the shipped files, overlaid with the imported ones. */
export const openReferenceData = (config: Pick<Config, 'dataDirectory'>) => ({
  catalogue: openCatalogue(catalogueFolders(config)),
  registry: openRegistry({
    shipped: join(root, 'registry', 'municipalities.csv'),
    imported: join(config.dataDirectory, 'registry.json'),
  }),
})

/** What the writers of documents need. The PDF processes start with the first PDF. */
export function openDocumentTools(): {
  readonly tools: DocumentTools
  readonly atOnce: number
  close(): Promise<void>
} {
  const modules = join(root, 'node_modules')
  const fonts = documentFonts(modules)
  const processes = availableParallelism()
  const pdf = createPdfRenderer({
    workerPath: join(programs, 'worker.js'),
    templateFolder: programs,
    fontFiles: fontFiles(fonts),
    processes,
  })
  return {
    tools: {
      pdf,
      canPrint: printableCodePoints(fonts),
      rasterise: openRasteriser(fonts),
      webFonts: readWebFonts(modules),
      program: programFingerprint(programs),
    },
    // One more than the processes: it is prepared while the others are being printed.
    atOnce: processes + 1,
    close: () => pdf.close(),
  }
}

/**
 * Opens the database that the configuration names, with every edition of the catalogue registered in it. The data folder
 * is closed to everybody but its owner.
 */
export async function openStore(config: Config, { catalogue }: ReturnType<typeof openReferenceData>) {
  const { databaseUrl, dataDirectory } = config
  // What this process makes on disk from now on. The embedded database sets the modes of its files itself.
  process.umask(0o077)
  const database = followCatalogue(
    await openDatabase(databaseUrl ? { url: databaseUrl } : { directory: dataDirectory }),
    catalogue,
  )
  keepPrivate(dataDirectory)
  const tenants = openTenants(database)
  await prepareStore(tenants, catalogue)
  return { database, tenants }
}
