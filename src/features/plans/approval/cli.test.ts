// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  act,
  actPdf,
  openApprovalSite,
  openWorkshop,
  triennium,
  type Workshop,
} from '../../../../tests/factories/approval-site.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import { runTimone } from '../../../../tests/factories/terminal.ts'
import { TimoneError } from '../../../kernel/errors.ts'
import { recordKinds } from '../../../main/record-kinds.ts'
import { planCommands } from '../cycle/index.ts'
import { openApprovalReader } from './read-approval.ts'

const folder = mkdtempSync(join(tmpdir(), 'timone-plan-'))
writeFileSync(join(folder, 'delibera.pdf'), actPdf)
writeFileSync(join(folder, 'bugia.pdf'), 'MZ non è un PDF')
let all: TestSite
let shop: Workshop
let closed: number
beforeAll(async () => {
  all = await openApprovalSite()
})
beforeEach(async () => {
  shop = await openWorkshop(all)
  closed = 0
})
afterAll(async () => {
  await all.close()
  rmSync(folder, { recursive: true, force: true })
})

async function timone(args: readonly string[], refused?: Error) {
  const { dependencies, catalogue } = shop
  const open = async () => {
    if (refused) throw refused
    const approval = openApprovalReader({ ...dependencies, catalogue, kinds: recordKinds })
    const close = async () => {
      closed += 1
    }
    return { approval, useCases: { ...dependencies, catalogue, carryOver: [] }, close }
  }
  return await runTimone(['plan', ...args], (terminal) => ({
    plan: planCommands({ terminal, workingDirectory: folder, open }),
  }))
}
const move = (...args: string[]) => timone(['move', shop.where.slug, triennium, ...args])

describe('timone plan', () => {
  test('refuses what it does not know: a body, a plan, a step', async () => {
    expect(await timone(['status', 'altrove', triennium])).toMatchObject({ code: 2, out: '' })
    expect((await timone(['status', shop.where.slug, '2020-2022'])).code).toBe(2)
    const { code, err } = await move('fly')
    expect(code).toBe(2)
    expect(err).toContain('usare uno di: submit, withdraw, return, approve, enforce, publish, revise')
    expect(closed).toBe(2)
  })

  test('says when a server is using the data, as every command does', async () => {
    const inUse = new TimoneError('data-in-use', 'La base dati è già in uso.')
    const { code, err } = await timone(['move', shop.where.slug, triennium, 'submit'], inUse)
    expect(code).toBe(1)
    expect(err).toContain('[data-in-use]')
  })

  test('refuses what pages refuse, and nothing changes', async () => {
    expect((await move('publish')).err).toContain('[not-now]')
    await shop.advance('inReview')
    const { revision } = await shop.plan()
    const approve = ['approve', '--organ', act.body, '--number', '12', '--revision', String(revision)]
    const wrong = await move(...approve, '--date', '31/02/2090', '--file', 'delibera.pdf')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('--date')
    expect((await move(...approve, '--date', act.date, '--file', 'manca.pdf')).err).toContain('controllare il percorso')
    expect((await move(...approve, '--date', act.date, '--file', 'bugia.pdf')).err).toContain('il nome finisce in')
    expect((await move('approve')).err).toMatch(/--revision[\s\S]*--organ[\s\S]*--file/)
    expect(await shop.versions()).toEqual([])
    expect((await shop.plan()).state).toBe('inReview')
  })

  test('takes a plan to its approval and says where it stands', async () => {
    expect((await timone(['status', shop.where.slug, triennium])).out).toMatch(/submit \(Invia in revisione\)/)
    expect((await move('submit')).out).toContain('in revisione, versione 1')
    const { revision } = await shop.plan()
    const { code, out, err } = await move(
      ...[
        'approve',
        '--organ',
        'Consiglio comunale',
        '--number',
        '7',
        '--date',
        '10/03/2090',
        '--file',
        'delibera.pdf',
      ],
      ...['--revision', String(revision)],
    )
    expect(code, err).toBe(0)
    expect(out).toMatch(/approvato, versione 1[\s\S]*[0-9a-f]{64}/)
    const status = (await timone(['status', shop.where.slug, triennium])).out
    expect(status).toContain('Consiglio comunale, n. 7 del 10/03/2090')
    expect((await shop.journal())[0]).toMatchObject({ actor: 'Timone (cli)' })
  })
})
