// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { readForms } from '../tests/factories/read-form.ts'
import { startPostgresServer } from '../tests/postgres-server.ts'
import type { Row } from './report.ts'
import { start } from './running.ts'
import { accountOf, findPlans, signIn } from './signed-in.ts'
import { eavesdrop } from './statements.ts'

/** What the form of an entry and saving it ask of the database, as the server hears it, once the pages have been made. */
export async function benchOneSave(root: string, folder: string): Promise<Row[]> {
  const postgres = await startPostgresServer()
  const between = await eavesdrop(postgres.url)
  const environment: NodeJS.ProcessEnv = Object.assign({}, process.env, {
    TIMONE_DATA: folder,
    DATABASE_URL: between.url,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  const timone = await start([join(root, 'dist/web.js')], environment, 180_000)
  try {
    const cookie = await signIn(timone.address, accountOf(timone.lines))
    const [plan = ''] = await findPlans(timone.address, cookie)
    const address = `${timone.address}${plan}/linee/CAP1.PA.01/modifica`
    const open = async () => (await fetch(address, { headers: { cookie } })).text()
    const save = async (words: string) => {
      const form = readForms(await open()).find(({ fields }) => 'base' in fields)
      if (!form) throw new Error('no form')
      form.body.set('azione', 'salva')
      form.body.set('notes', words)
      between.statements.length = 0
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const { status } = await fetch(address, { method: 'POST', redirect: 'manual', headers, body: form.body })
      if (status !== 303) throw new Error(`saving answered ${status}`)
      return [...between.statements]
    }
    await save('Prima volta')
    const saving = await save('Seconda volta')
    await open()
    between.statements.length = 0
    await open()
    return [...rowsOf('aprire la scheda', between.statements, 8), ...rowsOf('salvare un campo', saving, 12)]
  } finally {
    const ended = new Promise((done) => timone.child.once('exit', done))
    timone.child.kill()
    await ended
    between.close()
    await postgres.stop()
  }
}

function rowsOf(what: string, statements: readonly string[], most: number): readonly Row[] {
  const transactions = statements.filter((text) => /^(begin|start transaction)/i.test(text)).length
  const missed = statements.length > most ? ', mancato' : ''
  return [
    { what: `**${what}**: ${statements.length} istruzioni, ${transactions} transazioni (obiettivo: ${most}${missed})` },
    ...statements.map((text) => ({ what: `\`${text.replace(/\s+/g, ' ').replaceAll('|', '¦').slice(0, 110)}\`` })),
  ]
}
