// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import {
  ActionLineCode,
  type Choices,
  type Duty,
  dutiesOn,
  dutySources,
  type Edition,
  titleOf,
  withTitle,
} from '../../../catalogue/index.ts'
import { anyField, field, type RecordKind, type ToldKind, yesNo } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanRow, updatePlan } from '../store.ts'

type ChosenLine = {
  readonly code: ActionLineCode
  readonly title?: string | undefined
  readonly summary?: string | undefined
  /** What the law makes of it for some, whatever they choose. */
  readonly duties?: readonly Duty[]
}

/** The lines that are chosen, and what the law says of them. */
type ChosenEdition = Pick<Edition, 'lines'> & Partial<Pick<Edition, 'duties' | 'triennium'>>

const compelling = ({ duties = [], triennium }: ChosenEdition, code: ActionLineCode): readonly Duty[] =>
  triennium ? dutiesOn({ duties, triennium }, code).filter(({ line }) => line?.compels) : []

const legalWords = (duty: Duty): string =>
  `Per chi ne è tenuto è un obbligo di legge, e la scelta non conta (${dutySources(duty)}).`

/** Whether a body does a line that it may do or not. */
export const choiceField = ({ code, title, summary, duties = [] }: ChosenLine) =>
  field(yesNo({ yes: 'L’ente la attua', no: 'L’ente non la attua', unsaid: 'Ancora da decidere' }), {
    label: withTitle(code, title),
    ...(summary !== undefined && { help: [summary, ...duties.map(legalWords)].join(' ') }),
  })

/** The choice on a line, whatever the edition: it is named by the line’s code. */
export const choicesNamed: ToldKind['fieldOf'] = (code) => anyField({ choice: choiceField({ code }) }, 'choice')

/**
 * What a body decided of the lines of an edition that it may do or not, one field a line; undecided ones are absent.
 * Decisions on lines that the edition does not call voluntary stay as they are.
 */
export function choicesKind(edition: ChosenEdition): RecordKind<Choices, PlanRow> {
  const voluntary = edition.lines.filter(({ addressees }) => addressees?.voluntary)
  const fields = Object.fromEntries(
    voluntary.map((line) => {
      const { code, summary } = line
      return [code, choiceField({ code, title: titleOf(line), summary, duties: compelling(edition, code) })]
    }),
  )
  return {
    name: 'choices',
    words: { one: 'le scelte sulle linee facoltative', many: 'Linee facoltative' },
    scope: 'plan',
    page: (where) => planPaths.planChoices(where),
    comments: 'whole',
    fields,
    schema: z.record(ActionLineCode, z.boolean()),
    find: async (_, { choices }) => choices,
    async write(writer, plan, _, content = {}) {
      const others = Object.entries(plan.choices ?? {}).filter(([code]) => !(code in fields))
      const choices = Object.fromEntries([...others, ...Object.entries(content)])
      await updatePlan(writer, plan, { choices: Object.keys(choices).length > 0 ? choices : undefined })
    },
  }
}
