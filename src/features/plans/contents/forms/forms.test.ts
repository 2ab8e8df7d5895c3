// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedEdition } from '../../../../../tests/factories/edition.ts'
import { statuses } from '../../plan/model.ts'
import { tailorPlan } from '../../plan/tailor-plan.ts'
import type { PartForm } from '../part-form.ts'
import { choicesForm } from './choices-form.tsx'
import { factsForm } from './facts-form.tsx'
import { initiativeForm } from './initiative-form.tsx'
import { officesForm } from './offices-form.tsx'
import { rolesForm } from './roles-form.tsx'
import { textForm } from './text-form.tsx'
import { titleForm } from './title-form.tsx'

const tailored = tailorPlan({ triennium: '2025-2027', edition: inventedEdition.id }, inventedEdition, () => ({
  verdict: 'applies',
  reason: '',
}))

const word = fc.constantFrom('rubrica', 'sportello', 'perché', '«qui»', '12', 'l’ente', '<b>', '€', '1.234,50')
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n'))
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 })
const day = fc.constantFrom('2025-01-31', '2026-12-01')

/** What is shown in a form and sent back untouched is what it was. */
function expectRoundTrip<Content extends object>(form: PartForm<Content> | undefined, contents: fc.Arbitrary<Content>) {
  if (!form) throw new Error('there is no such form')
  fc.assert(
    fc.property(contents, (content) => {
      expect(form.read(form.type(content))).toEqual({ value: content, problems: [] })
      for (const name of Object.keys(form.type(content))) expect(name).not.toMatch(/^(azione|base|theirs|side-)/)
    }),
  )
  expect(form.read({}).problems.map(({ message }) => message)).toEqual(
    form.key === 'required' ? ['è obbligatorio'] : [],
  )
}

test('a text', () => expectRoundTrip(textForm('introduction', tailored), fc.record({ markdown: text })))
test('a title', () => expectRoundTrip(titleForm, fc.record({ title: line })))
test('offices', () =>
  expectRoundTrip(
    officesForm,
    fc.record({
      offices: fc.uniqueArray(fc.record({ name: line, description: text }, { requiredKeys: ['name'] }), {
        minLength: 1,
        maxLength: 4,
        selector: ({ name }) => name.toLowerCase(),
      }),
    }),
  ))
test('roles', () =>
  expectRoundTrip(
    rolesForm,
    fc.record({
      roles: some(
        fc.record(
          { role: line, holder: line, act: fc.record({ body: line, number: line, date: day }) },
          { requiredKeys: ['role', 'holder'] },
        ),
      ),
    }),
  ))
test('an initiative', () =>
  expectRoundTrip(
    initiativeForm('required', tailored, 'x'),
    fc.record(
      {
        title: line,
        description: text,
        office: line,
        responsible: line,
        resources: text,
        planned: fc.oneof(day, fc.constantFrom('dic-25', 'ogni anno')),
        steps: some(line),
        expectedResults: some(line),
        lines: fc.subarray(
          inventedEdition.lines.map(({ code }) => code),
          { minLength: 1 },
        ),
        status: fc.constantFrom(...statuses),
      },
      { requiredKeys: ['title'] },
    ),
  ))
test('choices', () => {
  const form = choicesForm(tailored)
  for (const content of [{ 'CAP1.PA.02': true }, { 'CAP1.PA.02': false }, {}]) {
    expect(form.read(form.type(content))).toEqual({ value: content, problems: [] })
  }
})
test('facts', () =>
  expectRoundTrip(
    factsForm(tailored),
    fc.record(
      {
        population: fc.nat(9_999_999),
        suap: fc.boolean(),
        pagoPA: fc.boolean(),
        pilot: fc.boolean(),
        dataCentreGroup: fc.constantFrom('none' as const, 'A' as const, 'B' as const),
      },
      { requiredKeys: [] },
    ),
  ))
