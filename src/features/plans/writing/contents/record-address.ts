// SPDX-License-Identifier: AGPL-3.0-or-later
import { fieldId } from '../../../../ui/forms/form-fields.tsx'
import { parseRecordName } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanAddress } from '../../plan/index.ts'

/** The texts of a plan as addresses write them. */
const textWords: Readonly<Record<string, string>> = {
  introduction: 'introduzione',
  principles: 'principi',
  organisation: 'organizzazione',
  spending: 'commento-alla-spesa',
  conclusion: 'conclusioni',
}
const textKeys = new Map(Object.entries(textWords).map(([key, word]) => [word, key]))

/** `chapter-3` → `capitolo-3`, `introduction` → `introduzione`. */
const textWord = (key: string): string => textWords[key] ?? key.replace('chapter-', 'capitolo-')

/** The key of a text that an address names; undefined for words that name none. */
export const textKey = (word: string): string | undefined =>
  textKeys.get(word) ?? (/^capitolo-[1-9]$/.test(word) ? word.replace('capitolo-', 'chapter-') : undefined)

/**
 * The page where a record of a plan is written.
 * @param record as revisions, comments and completeness name it: `entry:CAP1.PA.01`, `narrative:introduction`, `offices`.
 * @param field of its form, to go to at once.
 */
export function recordAddress({ slug, triennium }: PlanAddress, record: string, field?: string): string {
  const { kind: name, key } = parseRecordName(record)
  const where = { slug, triennium }
  const address = pageOf(where, name, key)
  return field === undefined ? address : `${address}#${fieldId(field)}`
}

function pageOf(where: { readonly slug: string; readonly triennium: string }, name: string, key: string): string {
  switch (name) {
    case 'entry':
      return planPaths.entryForm({ ...where, code: key })
    case 'narrative':
      return planPaths.planText({ ...where, text: textWord(key) })
    case 'initiative':
      return planPaths.initiative({ ...where, number: key })
    case 'title':
      return planPaths.planTitle(where)
    case 'choices':
      return planPaths.planChoices(where)
    case 'facts':
      return planPaths.facts(where)
    case 'offices':
      return planPaths.offices(where)
    case 'roles':
      return planPaths.roles(where)
    case 'spending':
      return planPaths.spending(where)
    case 'measures':
      return planPaths.measures(where)
    default:
      return planPaths.contents(where)
  }
}
