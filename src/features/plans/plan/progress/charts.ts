// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { IsoDate } from '../../../../kernel/dates.ts'
import type { TailoredChapter } from '../model.ts'
import type { ChapterProgress } from './progress.ts'

/** A drawing of ours: a whole SVG document that says in words what it shows, and its data as a table. */
export type PlanChart = { readonly caption: string; readonly svg: string; readonly data: ComponentChildren }

/** Calendar years, both included. */
export type Years = { readonly from: number; readonly to: number }

/** What pages have drawn. Chapters and their lines are never empty. */
export type PlanCharts = {
  /** How many of the lines that apply, of each chapter, stand where. */
  statusByChapter(chapters: readonly ChapterProgress[]): PlanChart
  /** The lines of a chapter in time. */
  timeline(chapter: TailoredChapter, years: Years, today: IsoDate): PlanChart
}
