// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arbitraryContent, arbitraryOf } from '../../../../tests/factories/arbitrary-of.ts'
import { inventedEdition } from '../../../../tests/factories/edition.ts'
import { type ImportSite, openImportSite } from '../../../../tests/factories/import-site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { factFields, OfficeSchema, RoleSchema } from '../../administrations/index.ts'
import { FundingProjectSchema, SpendingSchema } from '../../funding/index.ts'
import { InitiativeSchema, textKind, textLabels, titleKind } from '../../plans/index.ts'
import { type Profile, sheetedKinds } from '../../profiles/index.ts'
import type { ExactRecord, ImportedPlan } from '../model.ts'
import { parseFile } from '../reading/parse-file.ts'
import { importProfile } from './import-profile.ts'
import { readOwnSheet } from './read-own-sheet.ts'

const readFile = async (bytes: Uint8Array, name: string): Promise<ImportedPlan> => {
  const plan = readOwnSheet(await parseFile(bytes, name))
  if (!plan) throw new Error(`${name} is not one of ours`)
  return plan
}

let site: ImportSite
beforeAll(async () => {
  site = await openImportSite({ read: readFile })
})
afterAll(() => site.close())

const here = '/enti/vallechiara'
const administration = { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' } as const
const plan = { triennium: trienniumOf('2025-2027'), edition: inventedEdition.id }
const codes = inventedEdition.lines.map(({ code }) => code)
const few = { maxLength: 3 } as const

/** A whole profile: its fields are those of the kinds, also one that is declared tomorrow. */
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    title: arbitraryContent(titleKind.fields, codes),
    texts: fc.dictionary(fc.constantFrom(...Object.keys(textLabels), '1', '4'), arbitraryOf(textKind.schema, codes)),
    choices: fc.dictionary(fc.constant('CAP1.PA.02'), fc.boolean()),
    initiatives: fc.array(arbitraryOf(InitiativeSchema, codes), few),
    spending: fc.array(arbitraryOf(SpendingSchema, codes), few),
    fundingMeasures: fc.array(arbitraryOf(FundingProjectSchema, codes), few),
    offices: fc.uniqueArray(arbitraryOf(OfficeSchema, codes), {
      ...few,
      selector: ({ name }) => name.toLowerCase(),
    }),
    roles: fc.array(arbitraryOf(RoleSchema, codes), few),
    facts: arbitraryContent(factFields, codes),
  })
  .map(({ title, texts, choices, initiatives, spending, fundingMeasures, offices, roles, facts }) => {
    const written = Object.entries(texts).flatMap(([part, { markdown }]) =>
      markdown ? [[part, markdown] as const] : [],
    )
    const chapters = Object.fromEntries(written.filter(([part]) => /^\d$/.test(part)))
    const narrative = Object.fromEntries(written.filter(([part]) => !/^\d$/.test(part)))
    return {
      administration,
      facts,
      offices,
      roles,
      spending,
      fundingMeasures,
      plan: {
        ...plan,
        ...title,
        ...(Object.keys(choices).length > 0 && { choices }),
        initiatives,
        narrative: { ...narrative, ...(Object.keys(chapters).length > 0 && { chapters }) },
      },
    }
  })

async function download(): Promise<Uint8Array> {
  const { status, bytes } = await site.get(`${here}/piano/2025-2027/documenti/xlsx`)
  expect(status).toBe(200)
  return new Uint8Array(bytes)
}

async function review(bytes: Uint8Array): Promise<{ location: string; text: string }> {
  const { location } = await site.upload(`${here}/importazioni`, 'piano.xlsx', bytes)
  return { location, text: (await site.get(`${location}?mostra=tutte`)).text }
}

/** The records of each kind that say something, without what is empty. */
const recordsOf = ({ exact = [] }: ImportedPlan) =>
  Object.fromEntries(
    sheetedKinds.map((kind) => [
      kind,
      (exact[0]?.records ?? []).filter((one) => one.kind === kind).flatMap((one) => said(one) ?? []),
    ]),
  )

const said = ({ record }: ExactRecord) => (Object.keys(record).length > 0 ? record : undefined)

describe('a plan written as a workbook', () => {
  test('comes back whole, kind by kind, and proposes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (written) => {
        await site.adopt(written)
        const stored = await site.profile()
        if (!stored) throw new Error('no profile')
        const bytes = await download()
        const back = await readFile(bytes, 'piano.xlsx')
        expect(recordsOf(back)).toEqual(recordsOf(importProfile(stored)))
        const { initiatives, spending, funding, narrative } = back
        const contract = importProfile(stored)
        const sizes = [initiatives, spending, funding, narrative].map(({ length }) => length)
        expect(sizes).toEqual(
          [contract.initiatives, contract.spending, contract.funding, contract.narrative].map(({ length }) => length),
        )
        expect((await review(bytes)).text).toContain('Niente di nuovo')
      }),
      { numRuns: 15, endOnFailure: true },
    )
  }, 90_000)

  test('fills an empty plan with all that it holds', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (written) => {
        await site.adopt(written)
        const expected = await site.profile()
        const bytes = await download()
        await site.adopt({ administration, plan })
        const { location } = await review(bytes)
        await site.post(`${location}/accettate`, { quali: 'sicure' })
        const { body } = await site.get(location)
        for (const [, id = ''] of body.matchAll(/name="proposta" value="(\d+)"/g)) {
          await site.post(`${location}/accettate`, { quali: 'una', proposta: id })
        }
        expect(await site.profile()).toEqual(expected)
      }),
      { numRuns: 10, endOnFailure: true },
    )
  }, 90_000)

  test.each(['first', 'last'])('keeps records of one name apart, also when the %s is accepted alone', async (which) => {
    const roles = ['Anna Prova', 'Ugo Prova', 'Lia Prova'].map((holder) => ({ role: 'Referente', holder }))
    await site.adopt({ administration, roles, plan })
    const bytes = await download()
    await site.adopt({ administration, plan })
    const { location } = await review(bytes)
    const ids = [...(await site.get(location)).body.matchAll(/name="proposta" value="(\d+)"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(roles.length)
    await site.post(`${location}/accettate`, { quali: 'una', proposta: ids.at(which === 'first' ? 0 : -1) ?? '' })
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    const holders = (await site.profile())?.roles?.map(({ holder }) => holder)
    expect(holders?.toSorted()).toEqual(roles.map(({ holder }) => holder).toSorted())
    expect((await review(bytes)).text).toContain('Niente di nuovo')
  })

  test('takes nothing away of what it does not hold', async () => {
    const spending = { year: 2025, kind: 'actual', amount: '10.00' } as const
    const office = { name: 'Ufficio tributi', description: 'I tributi.' }
    await site.adopt({ administration, plan: { ...plan, initiatives: [{ title: 'Prima' }] }, spending: [spending] })
    const bytes = await download()
    const more: Profile = {
      administration,
      facts: { pagoPA: true },
      offices: [office],
      plan: {
        ...plan,
        title: 'Il piano',
        initiatives: [{ title: 'Prima', baseline: 'Niente.' }, { title: 'Seconda' }],
        narrative: { introduction: 'Eccoci.' },
      },
      spending: [spending, { ...spending, year: 2026 }],
    }
    await site.adopt(more)
    const stored = await site.profile()
    const { location } = await review(bytes)
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    expect(await site.profile()).toEqual(stored)
  })
})
