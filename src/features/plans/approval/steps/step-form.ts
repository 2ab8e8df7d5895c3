// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { StepInputSchema } from '../model.ts'
import { anotherBody } from '../views/step-fields.tsx'

/** A step as its form sends it: the fields of the act have their group in their name, `act.number`. */
export const StepForm = z.preprocess((sent) => {
  const { 'act.body': body, 'act.other': other, ...fields } = sent as Readonly<Record<string, unknown>>
  const { 'act.number': number, 'act.date': date, ...rest } = fields
  const act = Object.entries({ body: body === anotherBody ? other : body, number, date })
  const given = act.filter(([, value]) => value !== undefined)
  return given.length === 0 ? rest : { ...rest, act: Object.fromEntries(given) }
}, StepInputSchema)
