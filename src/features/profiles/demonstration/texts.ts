// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FundingMeasureSchema } from '../../funding/index.ts'
import { InitiativeSchema } from '../../plans/index.ts'

const Variants = z.array(z.string().min(1)).min(1)

/** What a body could be doing about a line, at three moments. `{ente}` stands for its name. */
const ActivitySchema = z.strictObject({ completed: z.string(), inProgress: z.string(), planned: z.string() })

/** The invented texts that demonstration plans are made of. `{ente}` and `{abitanti}` are replaced. */
const DemonstrationTextsSchema = z.strictObject({
  introduction: Variants,
  organisation: Variants,
  spending: Variants,
  conclusion: Variants,
  chapters: z.record(z.string(), Variants),
  offices: z.array(z.strictObject({ name: z.string(), description: z.string() })).min(3),
  measures: z.array(FundingMeasureSchema.extend({ perInhabitant: z.int() })).min(1),
  initiatives: z.array(InitiativeSchema).min(4),
  /** By edition cycle (`2022-2024`, `2024-2026`), then by code. */
  activities: z.record(z.string(), z.record(z.string(), ActivitySchema)),
})
export type DemonstrationTexts = z.infer<typeof DemonstrationTextsSchema>

/** Reads `demo/texts.json`. A file of another shape is a programming error and throws. */
export const readDemonstrationTexts = (file: string): DemonstrationTexts =>
  DemonstrationTextsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
