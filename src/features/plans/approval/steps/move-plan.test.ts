// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../../../../tests/databases.ts'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import {
  act,
  actPdf,
  openApprovalSite,
  openWorkshop,
  signedAct,
  today,
  triennium,
  type Workshop,
  whoMay,
} from '../../../../../tests/factories/approval-site.ts'
import type { TestSite } from '../../../../../tests/factories/site.ts'
import { nobody } from '../../../../kernel/access.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import {
  entryKind,
  type Missing,
  planStates,
  type Transition,
  transitionNames,
  transitions,
  updatePlan,
} from '../../plan/index.ts'
import type { StepInput } from '../model.ts'

const missing: Missing = {
  severity: 'necessary',
  kind: entryKind,
  key: 'CAP1.PA.02',
  subject: 'CAP1.PA.02',
  message: 'non dice che cosa fa l’ente',
  remedy: 'scriverlo nella scheda',
}

describe.each(engines)('a plan on the $name database', ({ open }) => {
  let all: TestSite
  let shop: Workshop
  beforeAll(async () => {
    all = await openApprovalSite(await open())
  })
  beforeEach(async () => {
    shop = await openWorkshop(all)
  })
  afterAll(() => all.close())

  /** A step that is refused: nothing has changed but a line of the journal. */
  const expectRefused = async (input: StepInput, code: string, viewer = viewerWho()) => {
    const before = { plan: await shop.plan(), versions: await shop.versions(), lines: (await shop.journal()).length }
    const error = await shop.move(input, viewer).then(
      () => undefined,
      (refusal: unknown) => refusal,
    )
    expect(error).toMatchObject({ code })
    expect(await shop.plan()).toEqual(before.plan)
    expect(await shop.versions()).toEqual(before.versions)
    const journal = await shop.journal()
    expect(journal).toHaveLength(before.lines + 1)
    expect(journal[0]).toMatchObject({
      actor: viewer.actor.name,
      event: { type: 'stepRefused', triennium, transition: input.transition, state: before.plan.state, why: code },
    })
    return error as { problems: { place: string; message: string; remedy?: string }[] }
  }

  test('takes no step from a state that the table does not name, and is told what can be done', async () => {
    for (const state of planStates) {
      const plan = await shop.plan()
      await shop.tenant.write((writer) => updatePlan(writer, plan, { state }))
      for (const transition of transitionNames) {
        if ((transitions[transition] as Transition).from.includes(state)) continue
        const { problems } = await expectRefused({ transition }, 'not-now')
        expect(problems[0]?.message).toContain(transitions[transition].label)
      }
    }
  }, 60_000)

  test.each(transitionNames)('does not %s for who may do everything else', async (transition) => {
    const rule: Transition = transitions[transition]
    const state = rule.from[0] as (typeof rule.from)[number]
    const plan = await shop.plan()
    await shop.tenant.write((writer) => updatePlan(writer, plan, { state }))
    const others = viewerWho((action) => action !== rule.action.name)
    await expectRefused({ transition }, 'forbidden', others)
  })

  test('tells the journal nothing of who has nothing to do with it', async () => {
    const lines = (await shop.journal()).length
    await expect(
      shop.move(
        { transition: 'submit' },
        viewerWho(() => false),
      ),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(shop.move({ transition: 'submit' }, nobody)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await shop.journal()).toHaveLength(lines)
    await expect(shop.move({ transition: 'submit' }, undefined, trienniumOf('2023-2025'))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is not sent on while something necessary is missing; what is advised does not stop it', async () => {
    shop.lacks.push(missing, { ...missing, severity: 'advised', subject: 'Introduzione' })
    const { problems } = await expectRefused({ transition: 'submit' }, 'incomplete')
    expect(problems).toEqual([
      {
        place: `/enti/${shop.where.slug}/piano/2025-2027/linee/CAP1.PA.02/modifica`,
        message: 'CAP1.PA.02: non dice che cosa fa l’ente',
        remedy: 'scriverlo nella scheda',
      },
    ])
    shop.lacks.shift()
    await expect(shop.move({ transition: 'submit' })).resolves.toMatchObject({ after: 'inReview' })
  })

  test('is not sent back nor opened again without a reason', async () => {
    await shop.advance('inReview')
    await expectRefused({ transition: 'return' }, 'invalid-input')
    await expectRefused({ transition: 'return', reason: '' }, 'invalid-input')
    await shop.move({ transition: 'return', reason: 'Manca la spesa del 2026.' }, whoMay('plan.review'))
    expect((await shop.journal())[0]?.event).toMatchObject({ reason: 'Manca la spesa del 2026.', after: 'returned' })
    expect((await shop.plan()).state).toBe('returned')
  })

  test.each<[string, Partial<StepInput>, RegExp]>([
    ['without the revision that was read', { revision: undefined }, /^revision$/],
    ['without an act', { act: undefined }, /^act\.body act\.number act\.date$/],
    ['without the number', { act: { body: 'Giunta comunale', date: today } }, /^act\.number$/],
    ['with an act of tomorrow', { act: { ...act, date: '2090-03-11' } }, /^act\.date$/],
    ['with an act of before the plan', { act: { ...act, date: '2025-01-15' } }, /^act\.date$/],
    ['without a file', { file: undefined }, /^file$/],
    ['with an empty file', { file: { name: 'a.pdf', bytes: new Uint8Array() } }, /^file$/],
    ['with a program called PDF', { file: { name: 'a.pdf', bytes: Buffer.from('MZ\u0090 %%EOF') } }, /^file$/],
    ['with a PDF called otherwise', { file: { name: 'a.docx', bytes: actPdf } }, /^file$/],
    ['with a PDF called signed', { file: { name: 'a.pdf.p7m', bytes: actPdf } }, /^file$/],
    ['with a PDF cut off', { file: { name: 'a.pdf', bytes: actPdf.subarray(0, 12) } }, /^file$/],
    ['with more than 20 MB', { file: { name: 'a.pdf', bytes: new Uint8Array(20 * 2 ** 20 + 1) } }, /^file$/],
  ])('is not approved %s', async (_, change, places) => {
    await shop.advance('inReview')
    const { problems } = await expectRefused({ ...(await shop.approvalNow()), ...change }, 'invalid-input')
    expect(problems.map(({ place }) => place).join(' ')).toMatch(places)
    expect(problems.every(({ remedy }) => remedy)).toBe(true)
  })

  test('is not approved when it is not any more what was read: its parts, or what is of the body', async () => {
    const read = await shop.approvalNow()
    await shop.advance('inReview')
    await expectRefused(read, 'stale')
    const hash = 'a'.repeat(64)
    await expectRefused({ ...(await shop.approvalNow()), hash }, 'stale')
  })

  test('is approved with its act: a version frozen, its documents, the act, the journal', async () => {
    await shop.advance('inReview')
    const plan = await shop.plan()
    const seen = await shop.tenant.read((reader) => shop.dependencies.freezer.contentOf(reader, plan))
    const outcome = await shop.move(
      { ...(await shop.approvalNow()), file: { name: 'Delibera 12.PDF.p7m', bytes: signedAct }, hash: seen.sha256 },
      whoMay('plan.approve'),
    )
    expect(outcome).toEqual({ before: 'inReview', after: 'approved', version: 1, sha256: seen.sha256 })
    const [version] = await shop.versions()
    const [line, attached] = await shop.journal()
    expect(version).toMatchObject({ number: 1, state: 'approved', sha256: seen.sha256, act })
    expect(line?.event).toMatchObject({ transition: 'approve', sha256: seen.sha256, act: { ...act } })
    expect(attached?.event).toMatchObject({ type: 'fileAttached', sha256: version?.actFile, size: signedAct.length })
  })

  test('is not in force before its act, nor before the day comes', async () => {
    await shop.advance('approved')
    await expectRefused({ transition: 'enforce' }, 'invalid-input')
    await expectRefused({ transition: 'enforce', date: '2090-03-09' }, 'invalid-input')
    await expectRefused({ transition: 'enforce', date: '2090-03-11' }, 'invalid-input')
    await shop.move({ transition: 'enforce', date: today })
    expect((await shop.versions())[0]).toMatchObject({ state: 'inForce', inForceOn: today })
  })

  test('opened again keeps the version that is published until the next one is', async () => {
    await shop.advance('published')
    await expectRefused({ transition: 'revise' }, 'invalid-input')
    await shop.move({ transition: 'revise', reason: 'Cambia la linea sui pagamenti.' })
    expect(await shop.plan()).toMatchObject({ state: 'draft', version: 2 })
    expect((await shop.versions()).map(({ state }) => state)).toEqual(['published'])
    await shop.advance('published')
    expect((await shop.versions()).map(({ number, state }) => [number, state])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
    expect((await shop.journal())[0]?.event).toMatchObject({ transition: 'supersede', version: 1 })
  })

  test('published supersedes the body’s plan of an earlier triennium, and not the other way round', async () => {
    await shop.advance('published')
    const next = trienniumOf('2026-2028')
    await shop.adopt({ ...shop.profile, plan: { ...shop.profile.plan, triennium: next } })
    await shop.advance('published', next)
    expect(await shop.plan()).toMatchObject({ state: 'superseded' })
    expect((await shop.versions())[0]).toMatchObject({ state: 'superseded' })
    expect(await shop.plan(next)).toMatchObject({ state: 'published' })
    const earlier = trienniumOf('2024-2026')
    await shop.adopt({ ...shop.profile, plan: { ...shop.profile.plan, triennium: earlier } })
    await shop.advance('published', earlier)
    expect(await shop.plan(next)).toMatchObject({ state: 'published' })
  })

  test('approved by two people at once becomes one version', async () => {
    await shop.advance('inReview')
    const approval = await shop.approvalNow()
    const both = await Promise.allSettled([shop.move(approval, whoMay('plan.approve')), shop.move(approval)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'not-now' } })
    expect(await shop.versions()).toHaveLength(1)
    expect((await shop.journal()).filter(({ event }) => event.type === 'planMoved')).toHaveLength(2)
  })

  test('keeps nobody waiting while its documents are printed', async () => {
    await shop.advance('inReview')
    const { dependencies } = shop
    const { freezer } = dependencies
    const written: number[] = []
    const slow = {
      ...freezer,
      async print(...args: Parameters<typeof freezer.print>) {
        // What another person reads and writes in the meantime: it would wait for ever on the one embedded session.
        written.push((await shop.journal()).length)
        await shop.adopt({ ...shop.profile, plan: { ...shop.profile.plan, triennium: trienniumOf('2023-2025') } })
        return await freezer.print(...args)
      },
    }
    Object.assign(dependencies, { freezer: slow })
    await expect(shop.move(await shop.approvalNow())).resolves.toMatchObject({ after: 'approved' })
    expect(written).toHaveLength(1)
  })

  test('changed while its documents are printed is not approved', async () => {
    await shop.advance('inReview')
    const { freezer } = shop.dependencies
    Object.assign(shop.dependencies, {
      freezer: {
        ...freezer,
        async print(...args: Parameters<typeof freezer.print>) {
          const offices = [{ name: 'Ufficio nuovo' }]
          await shop.adopt({
            ...shop.profile,
            offices,
            plan: { ...shop.profile.plan, triennium: trienniumOf('2023-2025') },
          })
          return await freezer.print(...args)
        },
      },
    })
    await expectStale(shop)
  })
})

async function expectStale(shop: Workshop) {
  await expect(shop.move(await shop.approvalNow())).rejects.toMatchObject({ code: 'stale' })
  expect(await shop.versions()).toEqual([])
  expect((await shop.plan()).state).toBe('inReview')
}
