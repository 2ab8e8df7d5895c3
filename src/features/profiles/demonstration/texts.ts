// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FundingProjectSchema } from '../../funding/index.ts'
import { InitiativeSchema } from '../../plans/index.ts'

const Variants = z.array(z.string().min(1)).min(1)

/** What a body may do about a line: planned, in progress, done. `{ente}` stands for its name. */
const ActivitySchema = z.strictObject({ completed: z.string(), inProgress: z.string(), planned: z.string() })

/** The invented texts for demonstration plans. `{ente}` and `{abitanti}` are replaced. */
const TextsSchema = z.strictObject({
  introduction: Variants,
  organisation: Variants,
  spending: Variants,
  conclusion: Variants,
  /** By first year of the edition and chapter: `2024-3`. */
  chapters: z.record(z.string(), Variants),
  offices: z.array(z.strictObject({ name: z.string(), description: z.string() })).min(3),
  measures: z.array(FundingProjectSchema.extend({ perInhabitant: z.int() })).min(1),
  initiatives: z.array(InitiativeSchema).min(4),
})

const ActivitiesSchema = z.record(z.string(), ActivitySchema)

/** All texts, as in `demo/`. */
export type DemonstrationTexts = z.infer<typeof TextsSchema> & {
  /** By edition cycle (`2022-2024`), and by edition where its lines are new or changed; then by code. */
  readonly activities: Readonly<Record<string, z.infer<typeof ActivitiesSchema>>>
}

/** Reads the texts from the folder `demo`. Files of another shape are our own mistake: a plain error. */
export function readDemonstrationTexts(folder: string): DemonstrationTexts {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const activities = ['2022-2024', '2024-2026', '2024-2026-update-2026'].map((cycle) => [
    cycle,
    ActivitiesSchema.parse(read(`activities-${cycle}.json`)),
  ])
  return { ...TextsSchema.parse(read('texts.json')), activities: Object.fromEntries(activities) }
}
