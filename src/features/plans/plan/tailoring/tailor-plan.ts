// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../../kernel/text.ts'
import type { ActionLine, Applicability, BindingDuty, Chapter, Edition } from '../../../catalogue/index.ts'
import type { Entry, Plan, TailoredLine, TailoredPlan } from '../model.ts'

/**
 * Cuts the national plan to one body: every line of the edition, with its verdict and what the body says of it.
 * Chapters in the national order, lines in the order of their codes. A line has a status where its entry says one.
 * @param plan its entries name lines of this edition, each once.
 * @param applicability the rule, already holding the facts of the body.
 * @param duties what the law asks of the body beside the plan.
 */
export function tailorPlan(
  plan: Plan,
  edition: Edition,
  applicability: (line: ActionLine) => Applicability,
  duties: readonly BindingDuty[] = [],
): TailoredPlan {
  const entries = new Map((plan.entries ?? []).map((entry) => [entry.code, entry]))
  const chapters = inOrder(edition).map(({ chapter, lines }) => ({
    chapter,
    lines: lines.map((line) => tailorLine(line, applicability(line), entries.get(line.code))),
  }))
  return { plan, edition, chapters, duties }
}

type Ordered = readonly { readonly chapter: Chapter; readonly lines: readonly ActionLine[] }[]

/** The chapters of an edition in the national order, with their lines by code. Sorted once: editions do not change. */
function inOrder(edition: Edition): Ordered {
  const known = orders.get(edition)
  if (known) return known
  const lines = edition.lines.toSorted((a, b) => compareItalian(a.code, b.code))
  const order = edition.chapters
    .toSorted((a, b) => a.number - b.number)
    .map((chapter) => ({ chapter, lines: lines.filter((line) => line.chapter === chapter.number) }))
  orders.set(edition, order)
  return order
}

const orders = new WeakMap<Edition, Ordered>()

function tailorLine(line: ActionLine, applicability: Applicability, entry: Entry | undefined): TailoredLine {
  return {
    line,
    applicability,
    declaredNotApplicable: entry?.status === 'notApplicable',
    ...(entry && { entry }),
    ...(entry?.status && { status: entry.status }),
  }
}
