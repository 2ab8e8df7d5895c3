// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../../kernel/ids.ts'
import { fold } from '../../../kernel/text.ts'
import { type Edition, sameCycle } from '../../catalogue/index.ts'
import type { Plan } from '../plan/index.ts'
import { onwardCodes, type TracedLine } from './trace-lines.ts'

/** What a plan says besides its entries, as the plan that goes on from it says it. */
export type CarriedTexts = Pick<Plan, 'title' | 'choices' | 'narrative' | 'initiatives'>

/**
 * Carries what a plan says besides its entries: texts of chapters where the other edition has the same chapter,
 * initiatives with the lines that go on from theirs, choices on lines that are the same.
 * @param triennium of the new plan; the title names it in place of the former one.
 */
export function carryTexts(
  former: Plan,
  triennium: Triennium,
  { from, to }: { readonly from: Edition; readonly to: Edition },
  traced: readonly TracedLine[],
): CarriedTexts {
  const onward = onwardCodes(traced)
  const voluntary = new Set(to.lines.flatMap(({ code, addressees }) => (addressees?.voluntary ? [code] : [])))
  const { title, choices = {}, narrative, initiatives = [] } = former
  const decided = Object.entries(choices).flatMap(([code, choice]) =>
    onward.get(code)?.includes(code) && voluntary.has(code) ? [[code, choice] as const] : [],
  )
  return {
    ...(title && { title: title.replaceAll(former.triennium, triennium) }),
    ...(decided.length > 0 && { choices: Object.fromEntries(decided) }),
    ...(narrative && {
      narrative: {
        ...narrative,
        ...(sameCycle(from, to) ? {} : { chapters: carryChapters(narrative.chapters, from, to) }),
      },
    }),
    ...(initiatives.length > 0 && {
      initiatives: initiatives.map(({ lines, ...initiative }) => ({
        ...initiative,
        ...(lines && { lines: [...new Set(lines.flatMap((code) => onward.get(code) ?? []))] }),
      })),
    }),
  }
}

type Chapters = NonNullable<Plan['narrative']>['chapters']

/** A cycle numbers its chapters anew: a text goes where the chapter has the same name. */
function carryChapters(chapters: Chapters = {}, from: Edition, to: Edition): Chapters {
  const titles = new Map(from.chapters.map(({ number, title }) => [String(number), fold(title)]))
  return Object.fromEntries(
    Object.entries(chapters).flatMap(([number, text]) => {
      const next = to.chapters.find(({ title }) => fold(title) === titles.get(number))
      return next ? [[String(next.number), text] as const] : []
    }),
  )
}
