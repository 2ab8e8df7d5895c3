// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TestProject } from 'vitest/node'
import { createTemplate } from './postgres-databases.ts'
import { startPostgresServer } from './postgres-server.ts'

/**
 * Starts one real PostgreSQL server for the whole test run, on this machine alone, with a migrated database to copy, and
 * stops it at the end.
 */
export default async function startPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgresServer({ durable: false })
  await createTemplate(url)
  provide('postgresUrl', url)
  return stop
}
