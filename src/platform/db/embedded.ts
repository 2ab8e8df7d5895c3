// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { makePrivateFolder } from '../files/private-file.ts'

/**
 * Opens the embedded PostgreSQL on a folder, creating it the first time, so that an acknowledged commit survives a
 * power cut. PGlite starts with fsync off, and its file system cannot sync at all; here it gets one that can. This uses
 * the Emscripten internals of the pinned version, and `embedded.test.ts` counts the calls.
 */
export async function openEmbedded(directory: string): Promise<PGlite> {
  if (!existsSync(join(directory, 'PG_VERSION'))) await initialise(directory)
  // A power cut can leave an empty file that blocks every later start. Removing it is safe: we hold the folder's lock.
  const pidFile = join(directory, 'postmaster.pid')
  if (existsSync(pidFile) && statSync(pidFile).size === 0) rmSync(pidFile)
  return await PGlite.create({
    fs: new DurableNodeFS(directory),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
    ],
  })
}

/**
 * Makes a new database beside its final place and moves it there when it is complete, so that a half-made one is never
 * opened.
 */
async function initialise(directory: string): Promise<void> {
  const beside = `${directory}.new`
  rmSync(beside, { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
  makePrivateFolder(dirname(directory))
  const database = await PGlite.create({ fs: new DurableNodeFS(beside) })
  await database.close()
  renameSync(beside, directory)
}

type EmscriptenStream = { readonly nfd?: number; readonly node: unknown }
type EmscriptenModule = {
  readonly FS: { getPath(node: unknown): string }
  readonly NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number } }
}

/** PGlite's Node file system with an fsync that reaches the disk. */
export class DurableNodeFS extends NodeFS {
  /** Calls so far, for the test that proves commits are synced. */
  static syncs = 0

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const initialised = await super.init(...args)
    const root = this.rootDir
    const installFsync = (module: unknown) => {
      const { FS, NODEFS } = module as EmscriptenModule
      NODEFS.stream_ops.fsync = (stream) => {
        DurableNodeFS.syncs += 1
        if (stream.nfd === undefined) syncPath(join(root, FS.getPath(stream.node).replace(/^\/pglite\/data/, '')))
        else fsyncSync(stream.nfd)
        return 0
      }
    }
    initialised.emscriptenOpts.preRun = [...(initialised.emscriptenOpts.preRun ?? []), installFsync]
    return initialised
  }
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
