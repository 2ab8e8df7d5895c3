// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../kernel/dates.ts'
import { compareItalian, fold } from '../../kernel/text.ts'
import {
  measureProgress,
  standingOf as standingOfLine,
  type TailoredChapter,
  type TailoredLine,
} from '../plans/index.ts'
import type { PublishedPlan, PublishedVersion, Publisher, Standing } from './model.ts'

/** The plans that versions belong to: bodies in Italian alphabetical order, each with its newest triennium first. */
export function plansOf(versions: readonly PublishedVersion[]): readonly PublishedPlan[] {
  const groups = Map.groupBy(versions, ({ publisher, triennium }) => `${publisher.slug} ${triennium}`)
  return [...groups.values()]
    .flatMap((group) => planOf(group) ?? [])
    .toSorted(
      (a, b) =>
        compareItalian(a.publisher.name, b.publisher.name) ||
        compareItalian(a.publisher.slug, b.publisher.slug) ||
        compareItalian(b.triennium, a.triennium),
    )
}

/** The plan made of versions of one body and triennium; undefined without versions. */
export function planOf(group: readonly PublishedVersion[]): PublishedPlan | undefined {
  const versions = group.toSorted((a, b) => b.number - a.number)
  const current = versions.find(({ state }) => state === 'published') ?? versions[0]
  const [firstPublishedOn] = versions.map(({ publishedOn }) => publishedOn).toSorted()
  if (!current || firstPublishedOn === undefined) return undefined
  const { publisher, triennium } = current
  return { publisher, triennium, versions, current, firstPublishedOn }
}

/** A search among published plans. Absent fields do not filter. */
export type PublisherFilters = {
  /** Part of the name; case, accents and the shape of apostrophes do not count. */
  readonly name?: string | undefined
  readonly province?: string | undefined
}

/** True when a body passes every filter. */
export const isWanted = ({ name, province }: Publisher, filters: PublisherFilters): boolean =>
  (!filters.name || fold(name).includes(fold(filters.name))) && (!filters.province || province === filters.province)

/** The chapters with the lines to read: those that apply, and what the body does though no rule asks it to. */
export const shownChapters = (chapters: readonly TailoredChapter[]): readonly TailoredChapter[] =>
  chapters.map(({ chapter, lines }) => ({ chapter, lines: lines.filter(isShown) }))

const isShown = (tailored: TailoredLine): boolean =>
  standingOfLine(tailored) === 'applies' ||
  (!tailored.declaredNotApplicable && Boolean(tailored.entry?.activity ?? tailored.status))

/** How far a plan had got on a day, by the counts of every other page. */
export function standingOf(chapters: readonly TailoredChapter[], today: IsoDate): Standing {
  const { standings, statuses } = measureProgress(
    chapters.flatMap(({ lines }) => lines),
    today,
  )
  return { applicable: standings.applies, completed: statuses.completed }
}
