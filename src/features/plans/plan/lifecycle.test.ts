// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import {
  editable,
  type PlanState,
  planStates,
  planWay,
  type Transition,
  transitionNames,
  transitions,
  transitionsFrom,
} from './lifecycle.ts'

const step = (name: (typeof transitionNames)[number]): Transition => transitions[name]

test('from each state there are these steps and no others', () => {
  expect(Object.fromEntries(planStates.map((state) => [state, transitionsFrom(state)]))).toEqual({
    draft: ['submit'],
    inReview: ['withdraw', 'return', 'approve'],
    returned: ['submit'],
    approved: ['enforce', 'revise'],
    inForce: ['publish', 'revise'],
    published: ['revise'],
    superseded: [],
  })
})

test('every state but the last is reached by a step, and no step leads where it starts from', () => {
  const reached = new Set(transitionNames.map((name) => step(name).to))
  expect(planStates.filter((state) => !reached.has(state))).toEqual(['superseded'])
  for (const name of transitionNames) expect(step(name).from).not.toContain(step(name).to)
})

test('only what a body approved with an act is frozen, and only what is frozen opens a next version', () => {
  for (const name of transitionNames) {
    const { needs, effect, to } = step(name)
    expect(effect === 'freeze').toBe(needs.includes('act'))
    expect(effect === 'freeze').toBe(to === 'approved')
  }
  expect(transitionNames.filter((name) => step(name).effect === 'openVersion')).toEqual(['revise'])
  expect(transitions.revise.from.map(editable)).not.toContain('everything')
})

test('nobody changes what is being reviewed; after the approval progress alone; what is superseded never', () => {
  const by = (what: ReturnType<typeof editable>) => planStates.filter((state) => editable(state) === what)
  expect(by('everything')).toEqual(['draft', 'returned'])
  expect(by('progress')).toEqual(['approved', 'inForce', 'published'])
  expect(by('nothing')).toEqual(['inReview', 'superseded'])
})

test('the way that people see goes from one state to the next by a step of the table', () => {
  const steps = planWay.slice(1, -1).map((to, index) => {
    const from: PlanState = planWay[index] ?? 'draft'
    return transitionNames.some((name) => step(name).to === to && step(name).from.includes(from))
  })
  expect(steps).toEqual([true, true, true, true])
})
